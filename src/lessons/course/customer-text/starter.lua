local whatsapp = app.integrations.whatsapp

local sent = 0

for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  local ok, answer = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "pickup_note",
    language = "en",
    components = {
      { type = "body", parameters = { { type = "text", text = contact.profile_name } } },
    },
  })
  if ok then
    sent = sent + 1
  else
    print(contact.profile_name, answer)
  end
end

return { sent = sent }
