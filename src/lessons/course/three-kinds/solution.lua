local whatsapp = app.integrations.whatsapp

local report = { sent = {}, fix = {}, refused = {}, unknown = {} }

local function kind(problem)
  if problem:find("WhatsApp API error") then
    return "refused"
  elseif problem:find("Failed to connect") then
    return "unknown"
  end
  return "fix"
end

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local message = { to = contact.wa_id, body = contact.profile_name }
  local ok, problem = pcall(whatsapp.send_message, message)
  table.insert(report[ok and "sent" or kind(problem)], contact.wa_id)
end

return report
