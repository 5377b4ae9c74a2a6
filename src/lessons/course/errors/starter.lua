local whatsapp = app.integrations.whatsapp

local codes = {}

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_message({
    to = contact.wa_id,
    body = "Your order is on its way.",
  })
end

return codes
