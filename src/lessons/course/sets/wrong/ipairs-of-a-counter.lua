-- expects: names
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name then
    count[name] = (count[name] or 0) + 1
  end
end
for name, times in ipairs(count) do
  if times > 1 then
    table.insert(shared, name)
  end
end
table.sort(shared)
return shared
