-- expects: patient
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
for _, to in ipairs(people) do
  local message = { to = to, template_name = "hello_world", language = "en_US" }
  for _ = 1, 50 do
    if pcall(whatsapp.send_template, message) then
      table.insert(report.sent, to)
      break
    end
  end
end
return report
