-- expects: text
local whatsapp, failed = app.integrations.whatsapp, {}
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local id = whatsapp.send_message({ to = contact.wa_id, body = "Hello" }).messages[1].id
  local status
  repeat
    status = whatsapp.get_message({ message_id = id }).messages[1].message_status
  until status ~= "accepted" and status ~= "sent"
  failed[contact.wa_id] = status
end
return failed
