-- expects: approved
app.integrations.whatsapp.list_templates()
return 2
