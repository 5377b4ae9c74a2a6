-- Given: a list of tables, each with a field wa_id. It may be empty.
local people = app.integrations.whatsapp.list_contacts().data

local ends = {}

print("Contacts: " .. #people)

return ends
