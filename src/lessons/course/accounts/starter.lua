local whatsapp = app.integrations.whatsapp

local user = whatsapp.get_current_user()
whatsapp.send_message({ to = "15551234567", body = "Thank you for writing! " .. user.name })
