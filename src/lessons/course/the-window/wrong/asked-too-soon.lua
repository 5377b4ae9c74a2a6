-- expects: template-where-closed
local whatsapp = app.integrations.whatsapp
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local to = contact.wa_id
  local sent = whatsapp.send_message({ to = to, body = "We close at four today." })
  local message = whatsapp.get_message({ message_id = sent.messages[1].id }).messages[1]
  if message.message_status == "failed" and message.errors[1].code == 131047 then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
