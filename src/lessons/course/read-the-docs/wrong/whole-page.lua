-- expects: row
local restock = { to = "447700900142", template_name = "restock_alert", language = "en_US" }
local _, problem = pcall(app.integrations.whatsapp.send_template, restock)
return { code = tonumber(problem:match("%(#(%d+)%)")), row = docs.read("errors") }
