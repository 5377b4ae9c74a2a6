-- expects: items
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for i = #people, 1, -1 do
  if people[i].profile_name == nil and #nameless < 3 then
    table.insert(nameless, 1, people[i].wa_id)
  end
end
return nameless
