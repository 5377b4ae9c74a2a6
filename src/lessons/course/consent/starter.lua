local whatsapp = app.integrations.whatsapp

-- What the agent passes: here, the text of the world's first template.
local input = whatsapp.list_templates().data[1].components[1].text
local inbox = json.decode(input)

for _, message in ipairs(inbox) do
  print(message.from, message.text)
end
