-- expects: text
local whatsapp = app.integrations.whatsapp
whatsapp.send_template({
  to = whatsapp.list_contacts({ limit = 1 }).data[1].wa_id,
  template_name = "pickup_note",
  language = "en_US",
  components = {
    { type = "body", parameters = { { type = "text", text = "Daniel Okafor" }, { type = "text", text = "6 pm" } } },
  },
})
