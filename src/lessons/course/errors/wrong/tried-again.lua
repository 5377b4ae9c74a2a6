-- expects: each-once
local whatsapp = app.integrations.whatsapp
local codes = {}
for _, to in ipairs({ "15551234567", "447700900142", "33639980123" }) do
  local ok, answer = pcall(whatsapp.send_message, { to = to, body = "Your order is on its way." })
  if not ok then
    codes[#codes + 1] = tonumber(answer:match("%(#(%d+)%)"))
    pcall(whatsapp.send_message, { to = to, body = "Your order is on its way." })
  end
end
return codes
