-- Given: a list of tables. In some, profile_name is missing.
local people = app.integrations.whatsapp.list_contacts().data

-- Returns a label for the contact, and whether it has a name.
local function label(contact)
  if contact.profile_name == nil then
    return "customer " .. contact.wa_id, false
  end
  return contact.profile_name, true
end

-- This part is complete: it calls label for each contact.
local labels, named = {}, 0
for _, contact in ipairs(people) do
  local text, has_name = label(contact)
  table.insert(labels, text)
  if has_name then
    named = named + 1
  end
end

return { labels = labels, named = named }
