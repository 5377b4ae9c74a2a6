-- All sends first, then all looks, with a limit.
local wa = app.integrations.whatsapp.default
local ids = {}
for _, name in ipairs({ "order_ready", "tasting" }) do
  for _, c in ipairs(wa.list_contacts().data) do
    local result = wa.send_template({ to = "+" .. c.wa_id, template_name = name, components = {} })
    table.insert(ids, result.messages[1].id)
  end
end
local counts = {}
for _, id in ipairs(ids) do
  for _ = 1, 30 do
    local m = wa.get_message({ message_id = id }).messages[1]
    if m.message_status == "failed" then
      break
    elseif m.message_status ~= "accepted" then
      local key = tostring(m.pricing.billable) .. m.pricing.category
      counts[key] = (counts[key] or 0) + 1
      break
    end
  end
end
return { utility = counts.trueutility or 0, marketing = counts.truemarketing or 0, free = counts.falseutility or 0 }
