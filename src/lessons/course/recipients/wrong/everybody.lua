-- expects: opted-out
local whatsapp = app.integrations.whatsapp
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" })
end
return { reached = {}, remove = {}, later = {} }
