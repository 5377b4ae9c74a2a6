-- expects: answer
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if not people then return "empty" end
if people <= 10 and templates then return "ready" end
return "wait"
