-- expects: not-all
return #app.integrations.whatsapp.list_templates({ limit = 100 }).data
