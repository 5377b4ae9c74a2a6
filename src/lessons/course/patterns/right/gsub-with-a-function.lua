local notes = {}
for _, template in ipairs(app.integrations.whatsapp.list_templates().data) do
  for _, part in ipairs(template.components) do
    if part.type == "BODY" then
      table.insert(notes, part.text)
    end
  end
end
local orders = {}
for _, note in ipairs(notes) do
  note:gsub("#(%d+)", function(digits)
    orders[#orders + 1] = 0 + digits
  end)
end
return orders
