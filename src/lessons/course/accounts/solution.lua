local whatsapp = app.integrations.whatsapp

local to = whatsapp.list_contacts().data[1].wa_id

for _, account in ipairs({ "default", "support", "sales" }) do
  local user = whatsapp[account].get_current_user()
  whatsapp[account].send_message({ to = to, body = "Thank you for writing! " .. user.name })
end
