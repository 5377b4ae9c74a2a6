-- expects: report
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, later = {}, never = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, problem = pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  local code = ok or tonumber(problem:match("%(#(%d+)%)"))
  table.insert(ok and report.sent or report.later, contact.wa_id)
end
return report
