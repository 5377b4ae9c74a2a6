local whatsapp = app.integrations.whatsapp

-- What the agent passes. Here it comes with the world, as the text of its first template.
local inbox = json.decode(whatsapp.list_templates().data[1].components[1].text)

for _, message in ipairs(inbox) do
  print(message.from, message.text)
end
