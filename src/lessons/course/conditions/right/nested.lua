local people = #app.integrations.whatsapp.list_contacts().data
local templates = #app.integrations.whatsapp.list_templates().data
if not (people ~= 0) then
  return "empty"
else
  if people > 10 then
    return "wait"
  else
    if templates >= 1 then
      return "ready"
    end
  end
end
return "wait"
