-- expects: tries
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, problem = pcall(whatsapp.send_message, { to = contact.wa_id, body = contact.profile_name or "there" })
  local list = ok and "sent" or problem:find("WhatsApp API error", 1, true) and "refused" or "unknown"
  table.insert(report[list], contact.wa_id)
end
return report
