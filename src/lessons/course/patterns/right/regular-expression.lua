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
  local found = regex.match(note, [[/#([0-9]+)/]])
  if found then
    table.insert(orders, tonumber(found[2]))
  end
end
return orders
