-- expects: patient
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
for _, to in ipairs(people) do
  local ok, problem =
    pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  local passes = not ok and (problem:find("130429", 1, true) or problem:find("131057", 1, true))
  table.insert(ok and report.sent or passes and report.later or report.failed, to)
end
report.again_in = #report.later > 0 and 8 or nil
return report
