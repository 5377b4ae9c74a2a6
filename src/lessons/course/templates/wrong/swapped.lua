-- expects: text
app.integrations.whatsapp.send_template({
  to = "15550100117",
  template_name = "pickup_note",
  language = "en_US",
  components = {
    { type = "body", parameters = { { type = "text", text = "6 pm" }, { type = "text", text = "Daniel Okafor" } } },
  },
})
