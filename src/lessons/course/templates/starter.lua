local whatsapp = app.integrations.whatsapp

local to = "15550100117"
local name

for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if contact.wa_id == to then
    name = contact.profile_name
  end
end

print("Their name is " .. name)
-- Send the template pickup_note now.
