local whatsapp = app.integrations.whatsapp

local ids = {}
local page = whatsapp.list_contacts({ limit = 5 })

for _, contact in ipairs(page.data) do
  ids[#ids + 1] = contact.wa_id
end

return ids
