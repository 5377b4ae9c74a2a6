-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for _, contact in ipairs(people) do
  if contact.profile_name == nil then
    table.insert(nameless, contact.wa_id)
  end
end
return nameless
