-- expects: nameless
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for _, contact in ipairs(people) do
  if contact.profile_name and #nameless < 3 then
    table.insert(nameless, contact.wa_id)
  end
end
return nameless
