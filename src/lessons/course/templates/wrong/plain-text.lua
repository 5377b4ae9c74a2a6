-- expects: template
app.integrations.whatsapp.send_message({ to = "15550100117", body = "Your tea waits until 6 pm." })
