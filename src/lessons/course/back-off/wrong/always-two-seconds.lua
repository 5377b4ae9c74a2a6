-- expects: again
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
local busy = false
for _, to in ipairs(people) do
  local list = "later"
  if not busy then
    local ok, problem =
      pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
    busy = not ok and (problem:find("130429", 1, true) or problem:find("131057", 1, true)) and true or false
    list = ok and "sent" or busy and "later" or "failed"
  end
  table.insert(report[list], to)
end
report.again_in = busy and 2 or nil
return report
