-- expects: code
local _, problem = pcall(app.integrations.whatsapp.send_template, {
  to = "447700900142",
  template_name = "restock_alert",
  language = "en_US",
})
return { code = tonumber(problem:match("%((%d+)%)")), row = problem }
