-- expects: survives
local wa = app.integrations.whatsapp
local tries = json.decode(wa.list_templates().data[1].components[1].text).tries
local report = { sent = {}, later = {}, failed = {} }
local busy = false
local function send(to)
  local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  return ok, ok or tonumber(problem:match("%(#(%d+)%)"))
end
for _, contact in ipairs(wa.list_contacts().data) do
  wa.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  table.insert(report.sent, contact.wa_id)
end
return report
