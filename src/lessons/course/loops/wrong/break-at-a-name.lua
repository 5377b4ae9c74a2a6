-- expects: length
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for _, contact in ipairs(people) do
  if contact.profile_name ~= nil or #nameless == 3 then
    break
  end
  table.insert(nameless, contact.wa_id)
end
return nameless
