-- expects: a-string
local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
print(host .. ": " .. guests // 4 .. " full tables, " .. guests % 4 .. " waiting")
