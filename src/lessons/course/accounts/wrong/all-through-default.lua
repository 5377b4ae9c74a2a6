-- expects: three
local whatsapp = app.integrations.whatsapp
local to = whatsapp.list_contacts({ limit = 1 }).data[1].wa_id
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp.send_message({ to = to, body = whatsapp[account].get_current_user().name })
end
