-- expects: error
local people = app.integrations.whatsapp.list_contacts().data
if #people > 0 then
  return { people[0].wa_id, people[#people - 1].wa_id }
end
return {}
