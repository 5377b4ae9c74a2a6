-- expects: items
local people = app.integrations.whatsapp.list_contacts().data
if #people == 0 then return {} end
if #people == 1 then return { people[1].wa_id, people[1].wa_id } end
return { people[1].wa_id, people[2].wa_id }
