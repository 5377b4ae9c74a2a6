local whatsapp = app.integrations.whatsapp

local _, problem = pcall(whatsapp.send_template, {
  to = "447700900142",
  template_name = "restock_alert",
  language = "en_US",
})

local code = problem:match("%(#(%d+)%)")
local row = docs.read("errors"):match("\n(| " .. code .. " |[^\n]+)")

return { code = tonumber(code), row = row }
