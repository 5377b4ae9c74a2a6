-- expects: recipient
local whatsapp = app.integrations.whatsapp
local contact = whatsapp.list_contacts({ limit = 1 }).data[1]
local parameters = { { type = "text", text = contact.profile_name }, { type = "text", text = "6 pm" } }
for _, one in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({
    to = one.wa_id,
    template_name = "pickup_note",
    language = "en_US",
    components = { { type = "body", parameters = parameters } },
  })
end
