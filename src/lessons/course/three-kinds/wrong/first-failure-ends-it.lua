-- expects: tries
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, problem = pcall(whatsapp.send_message, { to = contact.wa_id, body = contact.profile_name })
  local list = ok and "sent" or problem:find("WhatsApp API error", 1, true) and "refused" or problem:find("connect", 1, true) and "unknown" or "fix"
  table.insert(report[list], contact.wa_id)
  if list == "refused" then
    break
  end
end
return report
