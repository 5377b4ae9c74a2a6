-- expects: a-list
local people = app.integrations.whatsapp.list_contacts().data
if #people > 0 then
  return { people[1].wa_id, people[#people].wa_id }
end
