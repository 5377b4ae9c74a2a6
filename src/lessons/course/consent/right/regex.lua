-- With regular expressions, a list of those who agreed, and each send caught.
local wa = app.integrations.whatsapp
local agreed = {}
for _, message in ipairs(json.decode(wa.list_templates().data[1].components[1].text)) do
  if regex.match(message.text, "/^\\s*(yes|start)\\s*$/i") then
    agreed[message.from] = true
  elseif regex.match(message.text, "/^\\s*(stop|unsubscribe)\\s*$/i") then
    agreed[message.from] = nil
  end
end
local list = {}
for from in pairs(agreed) do
  list[#list + 1] = from
end
table.sort(list)
for _, to in ipairs(list) do
  print(pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US", components = {} }))
end
return list
