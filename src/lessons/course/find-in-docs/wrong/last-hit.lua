-- expects: name
local wish = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name
for found in ("\n" .. docs.search(wish)):gmatch("\nintegrations%.whatsapp%.([%w_]+):") do
  name = found
end
return { name = name, required = {} }
