local people = app.integrations.whatsapp.list_contacts().data
local nameless = {}
for _, contact in ipairs(people) do
  if contact.profile_name then
    goto continue
  end
  if #nameless < 3 then
    nameless[#nameless + 1] = contact.wa_id
  end
  ::continue::
end
return nameless
