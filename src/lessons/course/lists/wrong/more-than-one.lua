-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local ends = {}
if #people > 1 then
  ends = { people[1].wa_id, people[#people].wa_id }
end
return ends
