-- expects: a-table
local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. docs.search(goal)):match("\nintegrations%.whatsapp%.([%w_]+):")
print(docs.read(name))
