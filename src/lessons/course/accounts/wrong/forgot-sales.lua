-- expects: from-sales
local whatsapp = app.integrations.whatsapp
for _, account in ipairs({ "default", "support" }) do
  local user = whatsapp[account].get_current_user()
  whatsapp[account].send_message({ to = "15551234567", body = "Thank you! " .. user.name })
end
