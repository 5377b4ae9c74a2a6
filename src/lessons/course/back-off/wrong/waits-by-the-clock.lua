-- expects: patient
local whatsapp = app.integrations.whatsapp
local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local report = { sent = {}, later = {}, failed = {} }
for _, to in ipairs(people) do
  for try = 1, 5 do
    local ok, problem =
      pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
    if ok then
      table.insert(report.sent, to)
      break
    elseif not problem:find("130429", 1, true) and not problem:find("131057", 1, true) then
      table.insert(report.failed, to)
      break
    end
    local started = os.time()
    while os.time() < started + 2 ^ try do
    end
  end
end
return report
