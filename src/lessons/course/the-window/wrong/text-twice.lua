-- expects: everybody
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
  whatsapp.send_message({ to = to, body = "We close early." })
  local id = whatsapp.send_message({ to = to, body = "We close at four." }).messages[1].id
  local errors = look(id).errors
  if errors and errors[1].code == 131047 then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
