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
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local to = contact.wa_id
  if look(whatsapp.send_message({ to = to, body = "We close at four today." }).messages[1].id).message_status == "failed" then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
