-- expects: named-is-boolean
local contact = app.integrations.whatsapp.list_contacts().data[1]
return { to = contact.wa_id, name = contact.profile_name, named = contact.profile_name }
