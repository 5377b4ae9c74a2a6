-- expects: sent
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
local busy = false
for _, to in ipairs(people) do
  busy = busy or not pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  table.insert(busy and report.later or report.sent, to)
end
report.again_in = busy and 8 or nil
return report
