local whatsapp = app.integrations.whatsapp

local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local tries = 2 -- runs that have tried already
local PASSES = { [130429] = true, [131057] = true }

local report = { sent = {}, later = {}, failed = {} }
local busy = false

-- Returns the name of the list that the person belongs to.
local function send(to)
  if busy then
    return "later"
  end
  local ok, answer =
    pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  if ok then
    return "sent"
  end
  busy = PASSES[tonumber(answer:match("%(#(%d+)%)"))] or false
  return busy and "later" or "failed"
end

for _, to in ipairs(people) do
  table.insert(report[send(to)], to)
end

if #report.later > 0 then
  report.again_in = 2 ^ (tries + 1)
end

return report
