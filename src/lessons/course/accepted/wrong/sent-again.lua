-- expects: once
local whatsapp, failed = app.integrations.whatsapp, {}
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local status
  for _ = 1, 2 do
    local id = whatsapp.send_message({ to = contact.wa_id, body = "We open at nine." }).messages[1].id
    repeat
      status = whatsapp.get_message({ message_id = id }).messages[1].message_status
    until status ~= "accepted" and status ~= "sent"
    if status ~= "failed" then
      break
    end
  end
  failed[contact.wa_id] = status
end
return failed
