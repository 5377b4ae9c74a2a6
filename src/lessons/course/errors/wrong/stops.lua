-- expects: each-once
local wa, codes = app.integrations.whatsapp, {}
for _, contact in ipairs(wa.list_contacts().data) do
  local ok, problem = pcall(wa.send_message, { to = contact.wa_id, body = "Your order is on its way." })
  if not ok then
    return { tonumber(problem:match("%(#(%d+)%)")) }
  end
end
return codes
