local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name
for line in docs.search(goal):gmatch("[^\n]+") do
  local page = line:match("^integrations%.whatsapp%.([%w_]+): ")
  if page then
    name = page
    break
  end
end
local required = {}
for row in docs.read("integrations.whatsapp." .. name):gmatch("[^\n]+") do
  local parameter, yes = row:match("^| `([%w_]+)` | %a+ | (%a+) |")
  if yes == "yes" then
    required[#required + 1] = parameter
  end
end
return { required = required, name = name }
