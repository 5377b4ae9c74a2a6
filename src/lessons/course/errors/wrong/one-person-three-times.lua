-- expects: different
local codes = {}
for _ = 1, 3 do
  local ok, problem = pcall(app.integrations.whatsapp.send_message, { to = "15551234567", body = "On its way." })
  if not ok then
    codes[#codes + 1] = tonumber(problem:match("%(#(%d+)%)"))
  end
end
return codes
