-- expects: row
local _, problem = pcall(app.integrations.whatsapp.send_template, {
  to = "447700900142",
  template_name = "restock_alert",
  language = "en_US",
})
local code = problem:match("%(#(%d+)%)")
return { code = tonumber(code), row = docs.read("errors"):match(code .. " | [^|]+") }
