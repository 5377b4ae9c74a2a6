-- expects: error
return #app.integrations.whatsapp.list_templates().templates
