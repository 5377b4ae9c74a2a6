-- expects: all-sent
local whatsapp = app.integrations.whatsapp
local accepted = 0
for n = 1, 5 do
  local message = { to = "44770090010" .. n, template_name = "hello_world", language = "en_US" }
  if not pcall(whatsapp.send_template, message) then
    break
  end
  accepted = accepted + 1
end
return accepted
