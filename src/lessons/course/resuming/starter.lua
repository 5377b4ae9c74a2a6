local whatsapp = app.integrations.whatsapp

-- What the last run returned: here, the text of the first template.
local input = whatsapp.list_templates().data[1].components[1].text
local earlier = json.decode(input)

local sent = {}
local page = whatsapp.list_contacts({ limit = 5 })

for _, contact in ipairs(page.data) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  table.insert(sent, contact.wa_id)
end

return { sent = sent, after = earlier.after }
