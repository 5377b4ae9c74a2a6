-- expects: everybody
local whatsapp = app.integrations.whatsapp
local contact = whatsapp.list_contacts().data[1]
local id = whatsapp.send_message({ to = contact.wa_id, body = "We open at nine." }).messages[1].id
whatsapp.get_message({ message_id = id })
return {}
