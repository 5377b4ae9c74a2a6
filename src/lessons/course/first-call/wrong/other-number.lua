-- expects: to-maya
print(app.integrations.whatsapp.send_message({ to = "15550100117", body = "Welcome back, Maya!" }))
