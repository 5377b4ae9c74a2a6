local whatsapp = app.integrations.whatsapp

local contact = whatsapp.list_contacts().data[1]

whatsapp.send_template({
  to = contact.wa_id,
  template_name = "pickup_note",
  language = "en_US",
  components = {
    {
      type = "body",
      parameters = {
        { type = "text", text = contact.profile_name },
        { type = "text", text = "6 pm" },
      },
    },
  },
})
