local people = app.integrations.whatsapp.list_contacts().data
local nameless, i = {}, 1
while i <= #people and #nameless < 3 do
  local contact = people[i]
  if not contact.profile_name then
    table.insert(nameless, contact.wa_id)
  end
  i = i + 1
end
return nameless
