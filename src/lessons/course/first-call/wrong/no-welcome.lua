-- expects: welcome
local sent = app.integrations.whatsapp.send_message({ to = "15551234567", body = "Hello, Maya" })
print(sent)
