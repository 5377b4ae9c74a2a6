-- expects: statuses
local whatsapp, statuses = app.integrations.whatsapp, {}
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local id = whatsapp.send_message({ to = contact.wa_id, body = "We open at nine." }).messages[1].id
  statuses[contact.wa_id] = whatsapp.get_message({ message_id = id }).messages[1].message_status
end
return statuses
