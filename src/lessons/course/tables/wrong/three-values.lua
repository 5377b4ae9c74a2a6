-- expects: a-table
local contact = app.integrations.whatsapp.list_contacts().data[1]
return contact.wa_id, contact.profile_name, contact.profile_name ~= nil
