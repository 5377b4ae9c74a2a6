local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
return people == 0 and "empty" or (people < 11 and templates ~= 0) and "ready" or "wait"
