-- expects: required
local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. docs.search(goal)):match("\nintegrations%.whatsapp%.([%w_]+):")
local required = {}
for parameter in docs.read(name):gmatch("\n| `([%w_]+)` | %a+ | [yn]") do
  table.insert(required, parameter)
end
return { name = name, required = required }
