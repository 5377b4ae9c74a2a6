local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

local name = regex.match(docs.search(goal), [[/^integrations\.whatsapp\.(\w+):/m]])[2]
local rows = regex.match_all(docs.read(name), [[/^\| `(\w+)` \| \w+ \| yes \|/m]])
return { name = name, required = rows and rows[2] or {}, goal = goal }
