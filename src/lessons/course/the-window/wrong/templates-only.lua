-- expects: everybody
local whatsapp = app.integrations.whatsapp
for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end
