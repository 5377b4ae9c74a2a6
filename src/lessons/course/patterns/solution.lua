-- Given: a list of strings, the texts of the shop's templates.
local notes = {}
local templates = app.integrations.whatsapp.list_templates().data
for _, template in ipairs(templates) do
  for _, part in ipairs(template.components) do
    if part.type == "BODY" then
      table.insert(notes, part.text)
    end
  end
end

local orders = {}

for _, note in ipairs(notes) do
  local digits = note:match("#(%d+)")
  if digits then
    table.insert(orders, tonumber(digits))
  end
end

return orders
