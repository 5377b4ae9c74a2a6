-- expects: masked
local people = app.integrations.whatsapp.list_contacts().data
local masked = {}
for i, contact in ipairs(people) do
  masked[i] = ("*"):rep(#contact.wa_id - 3) .. contact.wa_id:sub(-3)
end
return masked
