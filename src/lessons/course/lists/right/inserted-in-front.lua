local people = app.integrations.whatsapp.list_contacts().data
local ends = {}
if people[1] then
  table.insert(ends, people[#people].wa_id)
  table.insert(ends, 1, people[1].wa_id)
end
return ends
