local whatsapp = app.integrations.whatsapp

local sent = whatsapp.send_message({ to = "15551234567", body = "Welcome back, Maya!" })
print(sent)
