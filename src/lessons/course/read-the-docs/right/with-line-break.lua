-- The row with its line break: as it stands on the page all the same.
local ok, problem = pcall(app.integrations.whatsapp.default.send_template, {
  to = 447700900142,
  template_name = "restock_alert",
  language = "en_US",
})
if ok then
  return "sent?"
end
local code = regex.match(problem, "/#(\\d+)/")[2]
local row = regex.match(docs.read("errors"), "/^\\| " .. code .. " \\|.*\\n/m")[1]
return { code = tonumber(code), row = row }
