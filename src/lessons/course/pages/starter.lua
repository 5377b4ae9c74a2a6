local whatsapp = app.integrations.whatsapp

local ids = {}
local page = whatsapp.list_contacts({ limit = 5 })

for _, contact in ipairs(page.data) do
  table.insert(ids, contact.wa_id)
end

return ids
