local people = app.integrations.whatsapp.list_contacts().data
local masked = {}
for i, contact in ipairs(people) do
  masked[i] = regex.gsub(contact.wa_id, [[/\d(?=\d{4})/]], "*")
end
return masked
