-- expects: patient
local whatsapp = app.integrations.whatsapp
local accepted = 0
for n = 1, 5 do
  local message = { to = "44770090010" .. n, template_name = "hello_world", language = "en_US" }
  for try = 1, 5 do
    if pcall(whatsapp.send_template, message) then
      accepted = accepted + 1
      break
    end
    local started = os.time()
    while os.time() < started + 2 ^ try do
    end
  end
end
return accepted
