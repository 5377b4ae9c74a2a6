-- expects: no-text
local whatsapp = app.integrations.whatsapp

local template = { to = "447700900142", template_name = "restock_alert", language = "en_US" }
local ok, problem = pcall(whatsapp.send_template, template)
if not ok then
  pcall(whatsapp.send_message, { to = "447700900142", body = "Back in stock!" })
end

local code = problem:match("%(#(%d+)%)")
return { code = tonumber(code), row = docs.read("errors"):match("\n(| " .. code .. " |[^\n]+)") }
