local whatsapp = app.integrations.whatsapp

local report = { listed = false, sent = {}, failed = {} }

local listed, page = pcall(whatsapp.list_contacts, { limit = 100 })
if not listed then
  return report
end
report.listed = true

for _, contact in ipairs(page.data) do
  local ok = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  if ok then
    table.insert(report.sent, contact.wa_id)
  else
    table.insert(report.failed, contact.wa_id)
  end
end

return report
