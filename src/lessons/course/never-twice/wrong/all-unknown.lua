-- expects: report
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, unknown = {}, failed = {} }
for _, to in ipairs({ "447700900101", "447700900103", "447700900104" }) do
  local ok = pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  table.insert(ok and report.sent or report.unknown, to)
end
return report
