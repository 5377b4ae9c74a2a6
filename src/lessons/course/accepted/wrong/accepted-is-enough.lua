-- expects: asks
for _, contact in ipairs(app.integrations.whatsapp.list_contacts().data) do
  app.integrations.whatsapp.send_message({ to = contact.wa_id, body = "We open at nine." })
end
return {}
