-- expects: look-again
local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
local id, status = sent.messages[1].id, nil
for _ = 1, 40 do
  status = whatsapp.get_message({ message_id = id }).messages[1].message_status
  if status == "read" or status == "failed" then
    break
  end
end
return { id = id, status = status, look_again = false }
