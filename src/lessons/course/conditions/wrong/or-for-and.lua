-- expects: answer
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if people == 0 then
  return "empty"
elseif people <= 10 or templates > 0 then
  return "ready"
end
return "wait"
