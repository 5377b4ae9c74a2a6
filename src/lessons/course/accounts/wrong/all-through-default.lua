-- expects: from-support
local whatsapp = app.integrations.whatsapp
for _, account in ipairs({ "default", "support", "sales" }) do
  local user = whatsapp[account].get_current_user()
  whatsapp.send_message({ to = "15551234567", body = "Thank you! " .. user.name })
end
