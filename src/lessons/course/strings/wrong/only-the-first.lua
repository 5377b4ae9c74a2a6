-- expects: masked
local people = app.integrations.whatsapp.list_contacts().data
for _, contact in ipairs(people) do
  return { ("*"):rep(#contact.wa_id - 4) .. contact.wa_id:sub(-4) }
end
return {}
