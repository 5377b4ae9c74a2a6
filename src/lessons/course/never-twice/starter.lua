local whatsapp = app.integrations.whatsapp

-- What an earlier run has sent.
local done = { ["447700900102"] = true }

local people = { "447700900101", "447700900102", "447700900103", "447700900104" }
local report = { sent = {}, unknown = {}, failed = {} }

for _, to in ipairs(people) do
  whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  table.insert(report.sent, to)
end

return report
