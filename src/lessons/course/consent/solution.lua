local whatsapp = app.integrations.whatsapp

-- What the agent passes: here, the text of the world's first template.
local input = whatsapp.list_templates().data[1].components[1].text
local inbox = json.decode(input)

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
