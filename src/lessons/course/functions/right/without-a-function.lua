local people = app.integrations.whatsapp.list_contacts().data
-- No function: the loop does it all.
local labels, named = {}, 0
for i = 1, #people do
  labels[i] = people[i].profile_name
  if labels[i] == nil then
    labels[i] = "customer " .. people[i].wa_id
  else
    named = named + 1
  end
end
return { labels = labels, named = named }
