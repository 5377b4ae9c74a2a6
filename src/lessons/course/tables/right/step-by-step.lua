local contact = app.integrations.whatsapp.list_contacts().data[1]
local result = {}
result["to"] = contact["wa_id"]
result.name = contact.profile_name
if result.name then
  result.named = true
else
  result.named = false
end
return result
