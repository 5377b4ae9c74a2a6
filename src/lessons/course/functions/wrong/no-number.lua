-- expects: labels
local people = app.integrations.whatsapp.list_contacts().data
local function label(contact)
  return contact.profile_name or "customer", contact.profile_name ~= nil
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
