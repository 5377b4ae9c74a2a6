-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local ends = {}
if #people > 0 then
  table.insert(ends, people[1].wa_id)
end
if #people > 1 then
  table.insert(ends, people[#people].wa_id)
end
return ends
