local whatsapp = app.integrations.whatsapp

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_message({
    to = contact.wa_id,
    body = "We close at four today.",
  })
end
