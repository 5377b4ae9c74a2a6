-- expects: codes
local wa, codes = app.integrations.whatsapp, {}
for _, contact in ipairs(wa.list_contacts().data) do
  local ok, problem = pcall(wa.send_message, { to = contact.wa_id, body = "Your order is on its way." })
  if not ok then
    local largest = 0
    for digits in problem:gmatch("%d+") do
      largest = math.max(largest, math.tointeger(digits))
    end
    codes[#codes + 1] = largest
  end
end
return codes
