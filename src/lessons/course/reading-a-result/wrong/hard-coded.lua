-- expects: approved
app.integrations.whatsapp.list_templates({ limit = 100 })
return 12
