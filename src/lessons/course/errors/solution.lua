local whatsapp = app.integrations.whatsapp

local codes = {}

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local message = { to = contact.wa_id, body = "Your order is on its way." }
  local ok, result = pcall(whatsapp.send_message, message)
  if not ok then
    table.insert(codes, tonumber(result:match("%(#(%d+)%)")))
  end
end

return codes
