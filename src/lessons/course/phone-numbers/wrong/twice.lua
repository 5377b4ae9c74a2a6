-- expects: once
local wa = app.integrations.whatsapp
for _, text in ipairs(json.decode(wa.list_templates().data[1].components[1].text)) do
  local to = text:gsub("%D", ""):gsub("^00", ""):gsub("^0", "44")
  wa.send_template({ to = to, template_name = "hello_world", language = "en_US" })
end
