-- Name and language out of the list of templates.
local whatsapp = app.integrations.whatsapp
local template = whatsapp.list_templates({ limit = 5 }).data[1]
local contact = whatsapp.list_contacts().data[1]
local parameters = {}
parameters[2] = { type = "text", text = "6 pm" }
parameters[1] = { type = "text", text = contact.profile_name }
whatsapp.send_template({
  to = contact.wa_id,
  template_name = template.name,
  language = template.language,
  components = { { type = "body", parameters = parameters } },
})
