-- Given: two numbers.
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data

local status = "wait"

if people == 0 then
  status = "empty"
elseif people <= 10 and templates > 0 then
  status = "ready"
end

return status
