-- expects: once
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, unknown = {}, failed = {} }
for _, to in ipairs({ "447700900101", "447700900103", "447700900104" }) do
  local message = { to = to, template_name = "hello_world", language = "en_US" }
  local ok = pcall(whatsapp.send_template, message) or pcall(whatsapp.send_template, message)
  table.insert(ok and report.sent or report.failed, to)
end
return report
