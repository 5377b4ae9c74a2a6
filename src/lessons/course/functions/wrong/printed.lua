-- expects: labels
local people = app.integrations.whatsapp.list_contacts().data
local function label(contact)
  if contact.profile_name then
    print(contact.profile_name, true)
  else
    print("customer " .. contact.wa_id, false)
  end
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
