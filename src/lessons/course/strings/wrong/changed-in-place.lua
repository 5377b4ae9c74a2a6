-- expects: masked
local people = app.integrations.whatsapp.list_contacts().data
local masked = {}
for i, contact in ipairs(people) do
  contact.wa_id:gsub("%d", "*")
  masked[i] = contact.wa_id
end
return masked
