-- expects: everybody
local whatsapp = app.integrations.whatsapp
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  local sent = whatsapp.send_message({ to = to, body = "We close at four today." })
  local message = whatsapp.get_message({ message_id = sent.messages[1].id }).messages[1]
  if message.message_status == "failed" then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
