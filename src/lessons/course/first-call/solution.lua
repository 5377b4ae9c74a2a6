local whatsapp = app.integrations.whatsapp

whatsapp.send_message({ to = "15551234567", body = "Welcome back, Maya!" })
print("Sent a welcome to Maya.")
