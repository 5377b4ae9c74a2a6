-- expects: to-maya
app.integrations.whatsapp.send_message({ to = "15550100117", body = "Welcome!" })
print("Sent")
