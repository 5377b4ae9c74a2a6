-- The default account spelled out, the number written for people, the ID alone among other lines.
local response = app.integrations.whatsapp.default.send_message({ to = "+1 (555) 123-4567", body = "Welcome back, Maya!" })
print("All done.\nSent as", response.messages[1].id)
