-- expects: survives
for _, to in ipairs({ "447700900101", "447700900103", "447700900104" }) do
  app.integrations.whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
end
return { sent = {}, unknown = {}, failed = {} }
