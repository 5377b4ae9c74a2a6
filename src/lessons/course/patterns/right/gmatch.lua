local notes = {}
for _, template in ipairs(app.integrations.whatsapp.list_templates().data) do
  for _, part in ipairs(template.components) do
    if part.type == "BODY" then
      table.insert(notes, part.text)
    end
  end
end
local orders = {}
for digits in table.concat(notes, "\n"):gmatch("#(%d+)") do
  orders[#orders + 1] = math.tointeger(digits)
end
return orders
