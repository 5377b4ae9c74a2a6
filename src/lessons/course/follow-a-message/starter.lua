local whatsapp = app.integrations.whatsapp

local sent =
  whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
local message = sent.messages[1]

return { id = message.id, status = message.message_status, look_again = true }
