local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
return ("%s: %d full tables, %d waiting"):format(host, guests // 4, guests % 4)
