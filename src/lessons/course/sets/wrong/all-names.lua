-- expects: names
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name and not count[name] then
    count[name] = 1
    table.insert(shared, name)
  end
end
table.sort(shared)
return shared
