-- expects: closed-window-alone
local whatsapp = app.integrations.whatsapp
local function look(id)
  local message
  for _ = 1, 20 do
    message = whatsapp.get_message({ message_id = id }).messages[1]
    if message.message_status ~= "accepted" and message.message_status ~= "sent" then
      return message
    end
  end
  return message
end
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  local id = whatsapp.send_message({ to = to, body = "We close at four." }).messages[1].id
  if look(id).message_status == "failed" then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
