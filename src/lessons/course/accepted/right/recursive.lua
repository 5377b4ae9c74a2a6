-- A function that calls itself.
local wa = app.integrations.whatsapp
local function fate(id)
  local status = wa.get_message({ message_id = id }).messages[1].message_status
  return (status == "accepted" or status == "sent") and fate(id) or status
end
local failed = {}
for _, c in ipairs(wa.list_contacts().data) do
  local response = wa.send_message({ to = c.wa_id, body = "We open at nine." })
  failed[c.wa_id] = fate(response.messages[1].id)
end
return failed
