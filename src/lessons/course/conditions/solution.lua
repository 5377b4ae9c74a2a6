-- Given: two numbers.
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data

local answer = "wait"

if people == 0 then
  answer = "empty"
elseif people <= 10 and templates > 0 then
  answer = "ready"
end

return answer
