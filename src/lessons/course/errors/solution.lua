local whatsapp = app.integrations.whatsapp

local people = { "15551234567", "447700900142", "33639980123" }
local codes = {}

for _, to in ipairs(people) do
  local ok, answer = pcall(whatsapp.send_message, { to = to, body = "Your order is on its way." })
  if not ok then
    codes[#codes + 1] = tonumber(answer:match("%(#(%d+)%)"))
  end
end

return codes
