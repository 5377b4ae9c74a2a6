-- expects: goes-on
local whatsapp = app.integrations.whatsapp
for _, to in ipairs({ "15551234567", "447700900142", "33639980123" }) do
  whatsapp.send_message({ to = to, body = "Your order is on its way." })
end
return {}
