-- expects: a-list
local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

for _, contact in ipairs(people) do
  local name = contact.profile_name
  if name then
    count[name] = (count[name] or 0) + 1
    if count[name] > 1 then
      shared[name] = true
    end
  end
end
return shared
