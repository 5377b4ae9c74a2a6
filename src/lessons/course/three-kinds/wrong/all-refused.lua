-- expects: report
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local message = { to = contact.wa_id, body = contact.profile_name }
  local ok, problem = pcall(whatsapp.send_message, message)
  table.insert(ok and report.sent or report.refused, contact.wa_id)
end
return report
