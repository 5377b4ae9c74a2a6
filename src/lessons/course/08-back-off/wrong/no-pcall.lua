-- expects: survives
local accepted = 0
for n = 1, 5 do
  app.integrations.whatsapp.send_template({ to = "44770090010" .. n, template_name = "hello_world", language = "en_US" })
  accepted = accepted + 1
end
return accepted
