-- expects: once
local whatsapp = app.integrations.whatsapp
whatsapp.send_message({ to = "15551234567", body = "Welcome!" })
whatsapp.send_message({ to = "15551234567", body = "Welcome again!" })
print("Sent")
