-- Given: a list of tables. In some, profile_name is missing.
-- Some names appear again and again.
local people = app.integrations.whatsapp.list_contacts().data

local count = {}
for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name then
    count[name] = (count[name] or 0) + 1
  end
end

local shared = {}
for name, times in pairs(count) do
  if times > 1 then
    table.insert(shared, name)
  end
end
table.sort(shared)

return shared
