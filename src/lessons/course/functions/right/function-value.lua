local people = app.integrations.whatsapp.list_contacts().data
local label = function(contact)
  local name = contact.profile_name
  local known = name and true
  if not known then
    name = ("customer %s"):format(contact.wa_id)
  end
  return name, known
end

local labels, named = {}, 0
for _, contact in ipairs(people) do
  local text, has_name = label(contact)
  table.insert(labels, text)
  if has_name then
    named = named + 1
  end
end

return { labels = labels, named = named }
