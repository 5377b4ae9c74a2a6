-- expects: one-of-three
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if people == 0 then return "Empty" end
if people <= 10 and templates > 0 then return "Ready" end
return "Wait"
