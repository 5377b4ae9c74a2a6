-- expects: numbers
local codes = {}
for _, to in ipairs({ "15551234567", "447700900142", "33639980123" }) do
  local ok, problem = pcall(app.integrations.whatsapp.send_message, { to = to, body = "On its way." })
  if not ok then
    codes[#codes + 1] = problem:match("%(#(%d+)%)")
  end
end
return codes
