-- expects: everybody
local whatsapp = app.integrations.whatsapp
local report = { reached = {}, remove = {}, later = {} }
local first = whatsapp.list_contacts({ limit = 100 }).data[1]
whatsapp.send_template({ to = first.wa_id, template_name = "tasting", language = "en" })
table.insert(report.reached, first.wa_id)
return report
