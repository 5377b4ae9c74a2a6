-- expects: five
local ids = {}
for _, contact in ipairs(app.integrations.whatsapp.list_contacts({ limit = 100 }).data) do
  ids[#ids + 1] = contact.wa_id
end
return ids
