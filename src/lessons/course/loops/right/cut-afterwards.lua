local people = app.integrations.whatsapp.list_contacts().data
local all = {}
for i = 1, #people do
  if people[i].profile_name == nil then
    all[#all + 1] = people[i].wa_id
  end
end
while #all > 3 do
  table.remove(all)
end
return all
