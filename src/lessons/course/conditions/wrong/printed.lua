-- expects: a-string
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if people == 0 then
  print("empty")
elseif people <= 10 and templates > 0 then
  print("ready")
else
  print("wait")
end
