-- expects: items
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for _, contact in ipairs(people) do
  if contact.profile_name == nil and #nameless < 3 then
    table.insert(nameless, 1, contact.wa_id)
  end
end
return nameless
