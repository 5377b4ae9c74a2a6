-- expects: not-too-often
local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
local status
for _ = 1, 400 do
  status = whatsapp.get_message({ message_id = sent.messages[1].id }).messages[1].message_status
  if status == "read" or status == "failed" then
    break
  end
end
return { id = sent.messages[1].id, status = status, look_again = false }
