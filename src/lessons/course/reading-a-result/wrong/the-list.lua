-- expects: a-number
return app.integrations.whatsapp.list_templates({ limit = 100 }).data
