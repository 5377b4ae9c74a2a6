-- expects: arrives
print(app.integrations.whatsapp.support.send_message({ to = "15551234567", body = "Welcome back, Maya!" }))
