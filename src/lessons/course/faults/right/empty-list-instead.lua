local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local ok, page = pcall(whatsapp.list_contacts)
report.listed = ok
for _, contact in ipairs(ok and page.data or {}) do
  table.insert(report[send(contact) and "sent" or "failed"], contact.wa_id)
end
return report
