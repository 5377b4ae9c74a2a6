local whatsapp = app.integrations.whatsapp

-- What the agent passes. Here it comes with the world, as the text of its first template.
local inbox = json.decode(whatsapp.list_templates().data[1].components[1].text)

local MEANS = { yes = true, start = true, stop = false, unsubscribe = false }
local agreed = {}

for _, message in ipairs(inbox) do
  local word = message.text:match("^%s*(.-)%s*$"):lower()
  if MEANS[word] ~= nil then
    agreed[message.from] = MEANS[word]
  end
end

for to, yes in pairs(agreed) do
  if yes then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
