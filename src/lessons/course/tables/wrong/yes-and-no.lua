-- expects: named-is-boolean
local contact = app.integrations.whatsapp.list_contacts().data[1]
local named = "no"
if contact.profile_name then
  named = "yes"
end
return { to = contact.wa_id, name = contact.profile_name, named = named }
