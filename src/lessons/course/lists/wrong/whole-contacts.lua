-- expects: items
local people = app.integrations.whatsapp.list_contacts().data
if #people == 0 then return {} end
return { people[1], people[#people] }
