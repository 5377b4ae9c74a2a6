-- expects: names
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

local last
for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name and name == last and shared[#shared] ~= name then
    table.insert(shared, name)
  end
  last = name
end
table.sort(shared)
return shared
