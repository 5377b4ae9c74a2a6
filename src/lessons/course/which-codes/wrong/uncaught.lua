-- expects: goes-on
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, later = {}, never = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  table.insert(report.sent, contact.wa_id)
end
return report
