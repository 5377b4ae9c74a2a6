local whatsapp = app.integrations.whatsapp

local to = "15550100117"
local name

for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if contact.wa_id == to then
    name = contact.profile_name
  end
end

whatsapp.send_template({
  to = to,
  template_name = "pickup_note",
  language = "en_US",
  components = {
    {
      type = "body",
      parameters = {
        { type = "text", text = name },
        { type = "text", text = "6 pm" },
      },
    },
  },
})
