-- expects: names
local whatsapp = app.integrations.whatsapp
local to = whatsapp.list_contacts({ limit = 1 }).data[1].wa_id
local all = ""
for _, account in ipairs({ "default", "support", "sales" }) do
  all = all .. whatsapp[account].get_current_user().name .. " "
end
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp[account].send_message({ to = to, body = all })
end
