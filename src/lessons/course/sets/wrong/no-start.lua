-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  if contact.profile_name then
    count[contact.profile_name] = count[contact.profile_name] + 1
  end
end
return shared
