-- expects: required-list
local wish = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. docs.search(wish)):match("\nintegrations%.whatsapp%.([%w_]+):")
local required
for parameter in docs.read(name):gmatch("| `([%w_]+)` | %a+ | yes |") do
  required = required or {}
  table.insert(required, parameter)
end
return { name = name, required = required }
