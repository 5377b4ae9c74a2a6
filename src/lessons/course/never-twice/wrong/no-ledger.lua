-- expects: ledger
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, unknown = {}, failed = {} }
for n = 1, 4 do
  local to = "44770090010" .. n
  local ok, answer = pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  local lost = not ok and answer:find("Failed to connect", 1, true)
  table.insert(ok and report.sent or lost and report.unknown or report.failed, to)
end
return report
