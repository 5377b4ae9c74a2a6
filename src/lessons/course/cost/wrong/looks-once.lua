-- expects: cost
local wa = app.integrations.whatsapp
local cost = { utility = 0, marketing = 0, free = 0 }
local function fate(id)
  local m
  repeat
    m = wa.get_message({ message_id = id }).messages[1]
  until m.message_status ~= "accepted" and m.message_status ~= "sent"
  return m
end
for _, contact in ipairs(wa.list_contacts().data) do
  for _, name in ipairs({ "order_ready", "tasting" }) do
    local id = wa.send_template({ to = contact.wa_id, template_name = name, language = "en" }).messages[1].id
    local m = wa.get_message({ message_id = id }).messages[1]
    local kind = m.message_status == "failed" and "free" or name == "tasting" and "marketing" or "utility"
    cost[kind] = cost[kind] + 1
  end
end
return cost
