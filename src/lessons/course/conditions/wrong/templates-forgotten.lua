-- expects: answer
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if people == 0 then return "empty" end
if people <= 10 then return "ready" end
return "wait"
