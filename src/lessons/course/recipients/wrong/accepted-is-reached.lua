-- expects: reached
local whatsapp = app.integrations.whatsapp
local report = { reached = {}, remove = {}, later = {} }
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if contact.wa_id ~= "447700900318" then
    whatsapp.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" })
    table.insert(report.reached, contact.wa_id)
  end
end
return report
