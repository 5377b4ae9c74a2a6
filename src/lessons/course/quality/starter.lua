local whatsapp = app.integrations.whatsapp

local sent = 0

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "tasting",
    language = "en",
  })
  sent = sent + 1
end

return { sent = sent, stopped = false }
