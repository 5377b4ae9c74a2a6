-- expects: survives
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
for _, to in ipairs(people) do
  whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  table.insert(report.sent, to)
end
return report
