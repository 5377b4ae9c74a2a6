local whatsapp = app.integrations.whatsapp

local sent = 0

local contacts = whatsapp.list_contacts({ limit = 100 }).data
for _, contact in ipairs(contacts) do
  local ok, result = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "pickup_note",
    language = "en",
    components = {
      {
        type = "body",
        parameters = { { type = "text", text = contact.profile_name } },
      },
    },
  })
  if ok then
    sent = sent + 1
  else
    print(contact.profile_name, result)
  end
end

return { sent = sent }
