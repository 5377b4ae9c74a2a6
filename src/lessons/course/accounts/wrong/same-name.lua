-- expects: asks-support
local whatsapp = app.integrations.whatsapp
local to = whatsapp.list_contacts({ limit = 1 }).data[1].wa_id
local user = whatsapp.get_current_user()
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp[account].send_message({ to = to, body = "Thank you for writing! " .. user.name })
end
