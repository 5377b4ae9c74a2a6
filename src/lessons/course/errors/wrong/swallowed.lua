-- expects: codes
local wa, codes = app.integrations.whatsapp, {}
for _, contact in ipairs(wa.list_contacts().data) do
  pcall(wa.send_message, { to = contact.wa_id, body = "Your order is on its way." })
end
return codes
