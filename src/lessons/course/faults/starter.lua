local whatsapp = app.integrations.whatsapp

local report = { listed = false, sent = {}, failed = {} }

local page = whatsapp.list_contacts({ limit = 100 })
report.listed = true

for _, contact in ipairs(page.data) do
  local ok = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  if not ok then
    table.insert(report.failed, contact.wa_id)
    break
  end
  table.insert(report.sent, contact.wa_id)
end

return report
