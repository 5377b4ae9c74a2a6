-- expects: names
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  local name = contact.profile_name or "nobody"
  count[name] = (count[name] or 0) + 1
  if count[name] == 2 then
    table.insert(shared, name)
  end
end
table.sort(shared)
return shared
