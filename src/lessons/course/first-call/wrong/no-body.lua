-- expects: error
app.integrations.whatsapp.send_message({ to = "15551234567" })
