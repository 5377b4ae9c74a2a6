-- expects: goes-on
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_message({ to = contact.wa_id, body = contact.profile_name })
  table.insert(report.sent, contact.wa_id)
end
return report
