-- expects: codes
local whatsapp = app.integrations.whatsapp
local problems = {}
for _, to in ipairs({ "15551234567", "447700900142", "33639980123" }) do
  local ok, answer = pcall(whatsapp.send_message, { to = to, body = "Your order is on its way." })
  if not ok then
    problems[#problems + 1] = answer
  end
end
return problems
