-- expects: from-support
local whatsapp = app.integrations.whatsapp
local user = whatsapp.get_current_user()
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp[account].send_message({ to = "15551234567", body = "Thank you! " .. user.name })
end
