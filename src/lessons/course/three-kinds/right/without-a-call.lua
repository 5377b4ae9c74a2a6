-- Knows before the call that an empty body goes nowhere; decides by the beginning of the message.
local wa = app.integrations.whatsapp.default
local report = { sent = {}, fix = {}, refused = {}, unknown = {}, tried = 0 }
for _, c in ipairs(wa.list_contacts({ limit = 30 }).data) do
  local list = report.fix
  if c.profile_name then
    local ok, problem = pcall(wa.send_message, { to = "+" .. c.wa_id, body = c.profile_name })
    report.tried = report.tried + 1
    local said = ok or problem:gsub("^[^:]+:%d+: ", "")
    list = ok and report.sent or said:sub(1, 8) == "WhatsApp" and report.refused or report.unknown
  end
  list[#list + 1] = c.wa_id
end
return report
