-- expects: welcome
print(app.integrations.whatsapp.send_message({ to = "15551234567", body = "You are not welcome back, Maya!" }))
