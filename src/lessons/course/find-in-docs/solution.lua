-- Given: what the agent wants to do, in a few words.
local template = app.integrations.whatsapp.list_templates().data[1]
local goal = template.components[1].text

local hits = "\n" .. docs.search(goal)
local name = hits:match("\nintegrations%.whatsapp%.([%w_]+):")

local required = {}
for parameter in docs.read(name):gmatch("| `([%w_]+)` | %a+ | yes |") do
  table.insert(required, parameter)
end

return { name = name, required = required }
