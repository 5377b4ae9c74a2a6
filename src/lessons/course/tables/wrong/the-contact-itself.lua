-- expects: to
local contact = app.integrations.whatsapp.list_contacts().data[1]
contact.named = contact.profile_name ~= nil
return contact
