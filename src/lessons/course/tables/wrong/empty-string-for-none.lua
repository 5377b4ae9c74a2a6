-- expects: name
local contact = app.integrations.whatsapp.list_contacts().data[1]
local name = ""
if contact.profile_name ~= nil then
  name = contact.profile_name
end
return { to = contact.wa_id, name = name, named = name ~= "" }
