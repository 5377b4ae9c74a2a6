-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
if people.length > 0 then
  return { people[1].wa_id, people[people.length].wa_id }
end
return {}
