local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. lua_search_docs(goal)):match("\nintegrations%.whatsapp%.([%w_]+):")
local required = {}
for parameter in lua_read_doc("whatsapp_" .. name):gmatch("`([^`\n]+)` | [^|\n]+ | yes |") do
  required[#required + 1] = parameter
end
return { name = name, required = required }
