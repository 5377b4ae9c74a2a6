local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

local names = {}
for _, contact in ipairs(people) do
  names[#names + 1] = contact.profile_name
end
table.sort(names)
for i = 2, #names do
  if names[i] == names[i - 1] and shared[#shared] ~= names[i] then
    shared[#shared + 1] = names[i]
  end
end
return shared
