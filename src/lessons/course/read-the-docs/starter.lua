local whatsapp = app.integrations.whatsapp

local ok, problem = pcall(whatsapp.send_template, {
  to = "447700900142",
  template_name = "restock_alert",
  language = "en_US",
})

print(ok, problem)
return { code = 0, row = "" }
