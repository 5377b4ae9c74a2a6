-- expects: from-default
local whatsapp = app.integrations.whatsapp
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp[account].send_message({ to = "15551234567", body = "Thank you! Juniper Lane Tea (" .. account .. ")" })
end
