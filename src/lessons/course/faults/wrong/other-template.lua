-- expects: accepted
local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
report.listed = ok
for _, contact in ipairs(ok and page.data or {}) do
  local sent = pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en" })
  table.insert(sent and report.sent or report.failed, contact.wa_id)
end
return report
