local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
local status = "ready"
if people > 10 or templates == 0 then
  status = "wait"
end
if people < 1 then
  status = "empty"
end
print(status)
return status
