local whatsapp = app.integrations.whatsapp

local people = { "447700900101", "447700900102", "447700900103", "447700900104", "447700900105" }
local PASSES = { [130429] = true, [131057] = true }
local accepted = 0

local function wait(seconds)
  local started = os.time()
  while os.time() < started + seconds do
  end
end

local function send(to)
  for try = 1, 5 do
    local ok, answer =
      pcall(whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
    if ok then
      return true
    elseif not PASSES[tonumber(answer:match("%(#(%d+)%)"))] then
      return false
    end
    wait(2 ^ try)
  end
  return false
end

for _, to in ipairs(people) do
  if not send(to) then
    break
  end
  accepted = accepted + 1
end

return accepted
