-- expects: name
local contact = app.integrations.whatsapp.list_contacts().data[1]
local name = tostring(contact.profile_name)
return { to = contact.wa_id, name = name, named = name ~= "nil" }
