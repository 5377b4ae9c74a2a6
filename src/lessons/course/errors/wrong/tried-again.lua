-- expects: each-once
local wa, codes = app.integrations.whatsapp, {}
for _, contact in ipairs(wa.list_contacts().data) do
  local message = { to = contact.wa_id, body = "Your order is on its way." }
  local ok, problem = pcall(wa.send_message, message)
  if not ok then
    codes[#codes + 1] = tonumber(problem:match("%(#(%d+)%)"))
    pcall(wa.send_message, message)
  end
end
return codes
