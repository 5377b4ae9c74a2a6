local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  local name = contact.profile_name or "there"
  whatsapp.send_message({ to = contact.wa_id, body = "Hello " .. name .. "! Your tea is here." })
end
