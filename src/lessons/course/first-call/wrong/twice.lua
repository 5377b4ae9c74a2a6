-- expects: once
local whatsapp = app.integrations.whatsapp
print(whatsapp.send_message({ to = "15551234567", body = "Welcome back, Maya!" }))
print(whatsapp.send_message({ to = "15551234567", body = "Welcome back, Maya!" }))
