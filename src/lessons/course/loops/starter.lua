-- Given: a list of tables. In some, profile_name is missing.
local people = app.integrations.whatsapp.list_contacts().data

local nameless = {}

for i, contact in ipairs(people) do
  print(i, contact.wa_id, contact.profile_name)
end

return nameless
