local statuses = { "APPROVED", "PENDING", "REJECTED", "PAUSED" }
if world.index == 3 then
  table.remove(statuses, 1)
end
local templates, approved = {}, 0
for i = 1, draw.int(8, 20) do
  local status = statuses[i] or draw.pick(statuses)
  approved = approved + (status == "APPROVED" and 1 or 0)
  templates[i] = {
    name = draw.pick({ "approved_order", "reminder", "offer", "receipt" }) .. "_" .. i,
    status = status,
    category = draw.pick({ "UTILITY", "MARKETING" }),
    body = draw.pick({ "Your order is approved.", "See you soon!", "Thank you." }),
  }
end
return {
  changes = { templates = draw.shuffle(templates) },
  facts = { approved = approved, all = #templates },
}
