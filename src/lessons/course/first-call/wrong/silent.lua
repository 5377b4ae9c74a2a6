-- expects: says-so
app.integrations.whatsapp.send_message({ to = "15551234567", body = "Welcome!" })
