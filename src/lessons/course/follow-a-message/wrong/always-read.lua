-- expects: follows
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
local id = wa.send_template({ to = to, template_name = "hello_world", language = "en_US" }).messages[1].id
wa.get_message({ message_id = id })
return { id = id, status = "read", look_again = false }
