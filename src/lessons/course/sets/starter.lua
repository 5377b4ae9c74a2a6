-- Given: a list of tables. In some, profile_name is missing.
-- Some names appear again and again.
local people = app.integrations.whatsapp.list_contacts().data

local shared = {}

for _, contact in ipairs(people) do
  print(contact.profile_name)
end

return shared
