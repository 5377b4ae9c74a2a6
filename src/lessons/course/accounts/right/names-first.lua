-- All names first, kept in a table.
local wa = app.integrations.whatsapp
local accounts, names = { "support", "sales", "default" }, {}
for i, name in ipairs(accounts) do
  names[i] = wa[name].get_current_user().name
end
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
for i = #accounts, 1, -1 do
  wa[accounts[i]].send_message({ to = to, body = "Hello,\nyours, " .. names[i] })
end
