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
  local first, last = note:find("#[0-9][0-9]*")
  if first then
    print(note:sub(first, last))
    table.insert(orders, tonumber(note:sub(first + 1, last)))
  end
end
return orders
