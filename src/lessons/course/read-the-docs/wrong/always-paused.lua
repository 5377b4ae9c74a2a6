-- expects: code
pcall(app.integrations.whatsapp.send_template, {
  to = "447700900142",
  template_name = "restock_alert",
  language = "en_US",
})
return { code = 132015, row = docs.read("errors"):match("\n(| 132015 |[^\n]+)") }
