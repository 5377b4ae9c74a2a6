-- Asks again and again until the status is no longer that of the first moment.
local wa = app.integrations.whatsapp
local function fate(id)
  local message
  repeat
    message = wa.get_message({ message_id = id }).messages[1]
  until message.message_status == "delivered" or message.message_status == "read" or message.message_status == "failed"
  return message
end
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  local ok, sent = pcall(wa.send_message, { to = to, body = "Closing early." })
  if ok then
    local message = fate(sent.messages[1].id)
    if message.message_status == "failed" and message.errors[1].code == 131047 then
      wa.default.send_template({ to = to, template_name = "hello_world", language = "en_US" })
    end
  end
end
