-- expects: from-support
local whatsapp = app.integrations.whatsapp
whatsapp.send_message({ to = "15551234567", body = "Thank you! " .. whatsapp.get_current_user().name })
