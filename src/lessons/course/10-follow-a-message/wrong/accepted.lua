-- expects: asks
local sent = app.integrations.whatsapp.send_template({
  to = "15550100117",
  template_name = "hello_world",
  language = "en_US",
})
return sent.messages[1].message_status
