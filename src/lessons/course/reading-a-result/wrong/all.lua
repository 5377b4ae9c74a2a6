-- expects: not-all
return #app.integrations.whatsapp.list_templates().data
