-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
return { people[1].wa_id, people[#people].wa_id }
