-- expects: required
local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. docs.search(goal)):match("\nintegrations%.whatsapp%.([%w_]+):")
return { name = name, required = { docs.read(name):match("| `([%w_]+)` | %a+ | yes |") } }
