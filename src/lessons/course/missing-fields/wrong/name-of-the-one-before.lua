-- expects: greeting
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

local name = "there"
for _, contact in ipairs(page.data) do
  name = contact.profile_name or name
  whatsapp.send_message({ to = contact.wa_id, body = "Hello " .. name .. "!" })
end
