-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local ids = {}
for i, contact in ipairs(people) do
  ids[i] = contact.wa_id
end
return ids
