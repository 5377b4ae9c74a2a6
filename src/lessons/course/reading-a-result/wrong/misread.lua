-- expects: error
return #app.integrations.whatsapp.list_templates({ limit = 100 }).templates
