-- expects: shows
app.integrations.whatsapp.send_message({ to = "15551234567", body = "Welcome back, Maya!" })
print({ messages = { { id = "wamid.HBgLMTU1NTEyMzQ1NjcVAgARGBI" } } })
