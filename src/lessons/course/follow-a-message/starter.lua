local whatsapp = app.integrations.whatsapp

local to = whatsapp.list_contacts().data[1].wa_id
local sent = whatsapp.send_template({
  to = to,
  template_name = "hello_world",
  language = "en_US",
})
local message = sent.messages[1]

return {
  id = message.id,
  status = message.message_status,
  look_again = true,
}
