-- expects: status
local whatsapp = app.integrations.whatsapp
local sent = whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
whatsapp.get_message({ message_id = sent.messages[1].id })
return { id = sent.messages[1].id, status = "read", look_again = false }
