-- expects: alone
local whatsapp = app.integrations.whatsapp
local name
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if contact.wa_id == "15550100117" then
    name = contact.profile_name
  end
end
local parameters = { { type = "text", text = name }, { type = "text", text = "6 pm" } }
whatsapp.send_template({
  to = "15550100117",
  template_name = "pickup_note",
  language = "en_US",
  components = { { type = "body", parameters = parameters } },
})
whatsapp.send_message({ to = "15550100117", body = "See you then!" })
