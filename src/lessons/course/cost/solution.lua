local whatsapp = app.integrations.whatsapp

local cost = { utility = 0, marketing = 0, free = 0 }

local function pricing(id)
  local message
  repeat
    message = whatsapp.get_message({ message_id = id }).messages[1]
  until message.pricing or message.message_status == "failed"
  return message.pricing
end

for _, contact in ipairs(whatsapp.list_contacts().data) do
  for _, name in ipairs({ "order_ready", "tasting" }) do
    local template = { to = contact.wa_id, template_name = name, language = "en" }
    local price = pricing(whatsapp.send_template(template).messages[1].id)
    if price then
      local kind = price.billable and price.category or "free"
      cost[kind] = cost[kind] + 1
    end
  end
end

return cost
