-- expects: items
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for i, contact in ipairs(people) do
  if contact.profile_name == nil and #nameless < 3 then
    table.insert(nameless, i)
  end
end
return nameless
