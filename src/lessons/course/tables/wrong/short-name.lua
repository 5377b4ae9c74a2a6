-- expects: name
local contact = app.integrations.whatsapp.list_contacts().data[1]
return { to = contact.wa_id, name = contact.name, named = contact.profile_name ~= nil }
