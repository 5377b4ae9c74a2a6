local whatsapp = app.integrations.whatsapp

local statuses = {}

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local sent = whatsapp.send_message({
    to = contact.wa_id,
    body = "We open at nine.",
  })
  local id = sent.messages[1].id
  print(id)
  statuses[contact.wa_id] = "accepted" -- What is it a moment later?
end

return statuses
