-- Looks by a function that calls itself; a table made by a metatable that counts from 0.
local wa = app.integrations.whatsapp
local function price(id)
  local m = wa.get_message({ message_id = id }).messages[1]
  return m.pricing or (m.message_status ~= "failed" and price(id) or nil)
end
local cost = setmetatable({}, { __index = function() return 0 end })
for _, c in ipairs(wa.list_contacts().data) do
  for _, name in ipairs({ "order_ready", "tasting" }) do
    local p = price(wa.send_template({ to = c.wa_id, template_name = name, language = "en" }).messages[1].id)
    local kind = p and (p.billable and p.category or "free")
    if kind then
      cost[kind] = cost[kind] + 1
    end
  end
end
return { utility = cost.utility, marketing = cost.marketing, free = cost.free }
