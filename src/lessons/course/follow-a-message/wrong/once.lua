-- expects: status
local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
local id = sent.messages[1].id
local status = whatsapp.get_message({ message_id = id }).messages[1].message_status
return { id = id, status = status, look_again = status ~= "read" and status ~= "failed" }
