-- expects: asks
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
local message = wa.send_template({ to = to, template_name = "hello_world", language = "en_US" }).messages[1]
return { id = message.id, status = message.message_status, look_again = true }
