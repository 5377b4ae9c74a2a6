-- expects: no-more
local contact = app.integrations.whatsapp.list_contacts().data[1]
contact.to = contact.wa_id
contact.name = contact.profile_name
contact.named = contact.profile_name ~= nil
return contact
