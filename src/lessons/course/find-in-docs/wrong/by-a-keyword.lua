-- expects: name
local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = goal:find("template") and "send_template" or goal:find("list") and "list_contacts" or "get_message"
local required = {}
for parameter in docs.read(name):gmatch("| `([%w_]+)` | %a+ | yes |") do
  table.insert(required, parameter)
end
return { name = name, required = required }
