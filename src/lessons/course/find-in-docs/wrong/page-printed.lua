-- expects: a-table
local wish = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = ("\n" .. docs.search(wish)):match("\nintegrations%.whatsapp%.([%w_]+):")
print(docs.read(name))
