-- expects: greeting
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  whatsapp.send_message({ to = contact.wa_id, body = "Hello " .. tostring(contact.profile_name) .. "!" })
end
