local whatsapp = app.integrations.whatsapp

-- What an earlier run has sent.
local done = { ["447700900102"] = true }

local people = { "447700900101", "447700900102", "447700900103", "447700900104" }
local report = { sent = {}, unknown = {}, failed = {} }

local function outcome(to)
  local ok, answer =
    pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  if ok then
    return "sent"
  end
  return answer:find("Failed to connect", 1, true) and "unknown" or "failed"
end

for _, to in ipairs(people) do
  if not done[to] then
    table.insert(report[outcome(to)], to)
  end
end

return report
