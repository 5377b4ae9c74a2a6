-- expects: lists
local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
for _, contact in ipairs(ok and page.data or {}) do
  send(contact)
  table.insert(report.sent, contact.wa_id)
end
report.listed = ok
return report
