local whatsapp = app.integrations.whatsapp

-- What the agent passes. Here it comes with the world, as the text of its first template.
local numbers = json.decode(whatsapp.list_templates().data[1].components[1].text)

for _, text in ipairs(numbers) do
  print(text)
end
