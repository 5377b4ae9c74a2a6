-- expects: a-number
return app.integrations.whatsapp.list_templates().data
