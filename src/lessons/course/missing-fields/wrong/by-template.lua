-- expects: text
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end
