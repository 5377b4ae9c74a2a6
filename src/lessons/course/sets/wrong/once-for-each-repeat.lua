-- expects: names
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name then
    if count[name] then
      table.insert(shared, name)
    end
    count[name] = true
  end
end
table.sort(shared)
return shared
