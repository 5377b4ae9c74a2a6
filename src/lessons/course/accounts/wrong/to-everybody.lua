-- expects: recipient
local whatsapp = app.integrations.whatsapp
for _, contact in ipairs(whatsapp.list_contacts().data) do
  for _, account in ipairs({ "default", "support", "sales" }) do
    whatsapp[account].send_message({ to = contact.wa_id, body = whatsapp[account].get_current_user().name })
  end
end
