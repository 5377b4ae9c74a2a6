local whatsapp = app.integrations.whatsapp

-- What the agent passes: here, the text of the world's first template.
local input = whatsapp.list_templates().data[1].components[1].text
local numbers = json.decode(input)

for _, text in ipairs(numbers) do
  print(text)
end
