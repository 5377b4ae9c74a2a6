-- expects: arrives
app.integrations.whatsapp.support.send_message({ to = "15551234567", body = "Welcome!" })
print("Sent")
