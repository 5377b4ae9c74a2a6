-- expects: asks-support
local whatsapp = app.integrations.whatsapp
local to = whatsapp.list_contacts({ limit = 1 }).data[1].wa_id
local mine = whatsapp.get_current_user().name
for _, account in ipairs({ "default", "support", "sales" }) do
  whatsapp[account].send_message({ to = to, body = (mine:gsub("%(default%)", "(" .. account .. ")")) })
end
