local whatsapp = app.integrations.whatsapp

-- What the last run returned. Here it comes with the world, as the text of its first template.
local earlier = json.decode(whatsapp.list_templates().data[1].components[1].text)

local sent = {}
local page = whatsapp.list_contacts({ limit = 5 })

for _, contact in ipairs(page.data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  table.insert(sent, contact.wa_id)
end

return { sent = sent, after = earlier.after }
