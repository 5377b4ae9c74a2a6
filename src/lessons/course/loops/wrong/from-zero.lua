-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for i = 0, #people - 1 do
  if people[i].profile_name == nil then
    table.insert(nameless, people[i].wa_id)
  end
end
return nameless
