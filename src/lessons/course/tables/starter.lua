-- Given: a table. Its field profile_name may be missing.
local contact = app.integrations.whatsapp.list_contacts().data[1]

print(contact)

return { to = contact.wa_id }
