-- expects: asks
local sent = app.integrations.whatsapp.send_template({
  to = "15550100117",
  template_name = "hello_world",
  language = "en_US",
})
return { id = sent.messages[1].id, status = sent.messages[1].message_status, look_again = true }
