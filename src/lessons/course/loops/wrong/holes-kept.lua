-- expects: a-list
local people = app.integrations.whatsapp.list_contacts().data
local nameless, found = { position = 1 }, 0
for i, contact in ipairs(people) do
  if contact.profile_name == nil and found < 3 then
    nameless[i] = contact.wa_id
    found = found + 1
  end
end
return nameless
