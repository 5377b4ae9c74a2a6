-- A set of those to write to, in whatever order pairs gives them.
local todo = { ["447700900103"] = true, ["447700900101"] = true, ["447700900104"] = true }
local report = { sent = {}, unknown = {}, failed = {} }
for _, to in ipairs({ "447700900104", "447700900103", "447700900101" }) do
  local ok, problem = pcall(app.integrations.whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  todo[to] = ok and "sent" or problem:find("Failed to connect") and "unknown" or "failed"
end
for to, list in pairs(todo) do
  table.insert(report[list], to)
end
return report
