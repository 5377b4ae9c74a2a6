-- Accepted is not delivered: follow messages through their statuses.
-- Mock mode only: the real API sends statuses to a webhook instead.
local whatsapp = app.integrations.whatsapp

local FINAL = { read = true, failed = true }

local function look_up(id)
  return whatsapp.get_message({ message_id = id }).messages[1]
end

local function follow(id, lookups)
  local last
  for _ = 1, lookups do
    local message = look_up(id)
    if message.message_status ~= last then
      last = message.message_status
      print("  " .. os.date("!%H:%M:%S") .. "  " .. last)
    end
    if FINAL[last] then
      return message
    end
  end
  return look_up(id)
end

print("A text inside the customer service window:")
local text = whatsapp.send_message({
  to = "15551234567",
  body = "Did you get this?",
})
follow(text.messages[1].id, 80)

-- This person never wrote to us, so the customer service window is
-- closed: the text is accepted first and fails later.
print("A text to a stranger:")
local cold = whatsapp.send_message({
  to = "15557654321",
  body = "Hello, stranger!",
})
local message = follow(cold.messages[1].id, 80)

if message.message_status == "failed" then
  local reason = message.errors[1]
  print("  " .. reason.code .. " " .. reason.title)
end

return message
