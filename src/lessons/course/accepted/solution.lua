local whatsapp = app.integrations.whatsapp

local statuses = {}

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local sent = whatsapp.send_message({
    to = contact.wa_id,
    body = "We open at nine.",
  })
  local id = sent.messages[1].id
  local status
  repeat
    status = whatsapp.get_message({ message_id = id }).messages[1].message_status
  until status ~= "accepted" and status ~= "sent"
  statuses[contact.wa_id] = status
end

return statuses
