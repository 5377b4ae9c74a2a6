-- expects: patient
local whatsapp = app.integrations.whatsapp
local accepted = 0
for n = 1, 5 do
  local message = { to = "44770090010" .. n, template_name = "hello_world", language = "en_US" }
  for _ = 1, 50 do
    if pcall(whatsapp.send_template, message) then
      accepted = accepted + 1
      break
    end
  end
end
return accepted
