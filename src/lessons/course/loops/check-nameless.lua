-- Only numbers of contacts without a name.
if type(run.result) ~= "table" then
  return true -- another check says so
end
local named = {}
for _, phone in ipairs(run.facts.named) do
  named[phone] = true
end
for i, item in pairs(run.result) do
  if named[tostring(item)] then
    return "Item " .. i .. " is " .. tostring(item) .. ", but that contact has a name."
  end
end
return true
