-- expects: name
local goal = app.integrations.whatsapp.list_templates().data[1].components[1].text

return { name = "send_message", required = { "to", "body" } }
