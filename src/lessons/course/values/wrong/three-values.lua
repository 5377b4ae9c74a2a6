-- expects: a-string
local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
return guests // 4, guests % 4, host
