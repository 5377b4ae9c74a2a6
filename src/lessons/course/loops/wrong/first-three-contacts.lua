-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for i, contact in ipairs(people) do
  if i <= 3 and contact.profile_name == nil then
    table.insert(nameless, contact.wa_id)
  end
end
return nameless
