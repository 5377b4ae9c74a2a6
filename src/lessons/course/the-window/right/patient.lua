-- Asks again and again until the status is one of the last ones; everything caught.
local wa = app.integrations.whatsapp.default
local function fate(id)
  local message
  repeat
    message = wa.get_message({ message_id = id }).messages[1]
  until message.message_status == "delivered" or message.message_status == "read" or message.message_status == "failed"
  return message
end
for _, c in ipairs(wa.list_contacts().data) do
  local ok, sent = pcall(wa.send_message, { to = c.wa_id, body = "We close at four today." })
  if ok then
    local message = fate(sent.messages[1].id)
    if message.message_status == "failed" and message.errors[1].code == 131047 then
      pcall(wa.send_template, { to = c.wa_id, template_name = "hello_world", language = "en_US" })
    end
  end
end
