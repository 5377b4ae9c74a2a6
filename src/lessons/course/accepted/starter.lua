local whatsapp = app.integrations.whatsapp

local failed = {}

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local sent = whatsapp.send_message({ to = contact.wa_id, body = "We open at nine." })
  local id = sent.messages[1].id
  -- Look at the message until its status is decided.
end

return failed
