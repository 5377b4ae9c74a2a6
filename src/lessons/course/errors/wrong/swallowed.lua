-- expects: codes
local whatsapp = app.integrations.whatsapp
for _, to in ipairs({ "15551234567", "447700900142", "33639980123" }) do
  pcall(whatsapp.send_message, { to = to, body = "Your order is on its way." })
end
return {}
