-- expects: tries
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local message = { to = contact.wa_id, body = contact.profile_name }
  local ok, problem = pcall(whatsapp.send_message, message)
  if not ok and problem:find("Failed to connect", 1, true) then
    ok, problem = pcall(whatsapp.send_message, message)
  end
  local list = ok and "sent" or problem:find("WhatsApp API error", 1, true) and "refused" or problem:find("connect", 1, true) and "unknown" or "fix"
  table.insert(report[list], contact.wa_id)
end
return report
