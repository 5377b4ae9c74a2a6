-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  count[contact.profile_name] = (count[contact.profile_name] or 0) + 1
end
for name, times in pairs(count) do
  if times > 1 then
    table.insert(shared, name)
  end
end
table.sort(shared)
return shared
