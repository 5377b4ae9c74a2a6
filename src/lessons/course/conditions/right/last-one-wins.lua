local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
local answer = "ready"
if people > 10 or templates == 0 then
  answer = "wait"
end
if people < 1 then
  answer = "empty"
end
print(answer)
return answer
