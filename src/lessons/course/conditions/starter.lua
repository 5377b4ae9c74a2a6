-- Given: two numbers.
local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data

local status = "wait"

if people == 0 then
  print("Nobody is here. There are " .. templates .. " templates.")
end

return status
