-- expects: patient
local whatsapp = app.integrations.whatsapp
local accepted = 0
for n = 1, 5 do
  for try = 1, 12 do
    local ok, problem = pcall(whatsapp.send_template, { to = "44770090010" .. n, template_name = "hello_world", language = "en_US" })
    if ok then
      accepted = accepted + 1
      break
    elseif not problem:find("130429", 1, true) and not problem:find("131057", 1, true) then
      return accepted
    end
    local started = os.time()
    while os.time() < started + 2 * try do
    end
  end
end
return accepted
