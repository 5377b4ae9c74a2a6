local people = app.integrations.whatsapp.list_contacts().data
local count, shared = {}, {}

local ids = setmetatable({}, { __index = function(t, k) t[k] = {} return rawget(t, k) end })
for _, contact in pairs(people) do
  table.insert(ids[contact.profile_name or false], contact.wa_id)
end
ids[false] = nil
for name, list in next, ids do
  if #list ~= 1 then
    table.insert(shared, name)
  end
end
table.sort(shared, function(a, b) return a < b end)
return shared
