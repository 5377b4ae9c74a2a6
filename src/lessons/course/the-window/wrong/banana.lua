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
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local to = contact.wa_id
  local errors = look(whatsapp.send_message({ to = to, body = "banana" }).messages[1].id).errors
  if errors and errors[1].code == 131047 then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
