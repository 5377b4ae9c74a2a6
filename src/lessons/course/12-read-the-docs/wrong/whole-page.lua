-- expects: row
local _, problem = pcall(app.integrations.whatsapp.send_template, "447700900142", "restock_alert", "en_US")
return { code = tonumber(problem:match("%(#(%d+)%)")), row = docs.read("errors") }
