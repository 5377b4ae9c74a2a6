-- expects: all
local wa = app.integrations.whatsapp
local inbox = json.decode(wa.list_templates().data[1].components[1].text)
local agreed = {}
local function send_all()
  for to, yes in pairs(agreed) do
    if yes then
      wa.send_template({ to = to, template_name = "hello_world", language = "en_US" })
    end
  end
end
for _, m in ipairs(inbox) do
  local text = m.text:match("^%s*(.-)%s*$"):lower()
  if m.text == "yes" or m.text == "start" then
    agreed[m.from] = true
  elseif text == "stop" or text == "unsubscribe" then
    agreed[m.from] = false
  end
end
send_all()
