-- expects: only
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for _, to in ipairs({ "15551234567", "15550100117" }) do
  whatsapp.send_message({ to = to, body = "Hello there!" })
end
