-- expects: no-text
local whatsapp = app.integrations.whatsapp
local contact = whatsapp.list_contacts({ limit = 1 }).data[1]
local parameters = { { type = "text", text = contact.profile_name }, { type = "text", text = "6 pm" } }
whatsapp.send_template({
  to = contact.wa_id,
  template_name = "pickup_note",
  language = "en_US",
  components = { { type = "body", parameters = parameters } },
})
whatsapp.send_message({ to = contact.wa_id, body = "See you then!" })
