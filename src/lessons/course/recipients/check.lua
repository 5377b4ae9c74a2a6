local REMOVE = { [131050] = true, [131026] = true, [130403] = true }
local where, codes = {}, {}
for _, message in ipairs(run.messages) do
  codes[message.to] = message.code
  where[message.to] = message.code == nil and "reached" or REMOVE[message.code] and "remove" or "later"
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the three lists."
end
local seen = {}
for _, name in ipairs({ "reached", "remove", "later" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  end
  for _, person in pairs(list) do
    person = tostring(person)
    if seen[person] then
      return person .. " is in the lists twice."
    elseif where[person] ~= name then
      local code = codes[person]
      local why = code and "the message failed with " .. code or where[person] and "the message arrived" or "nobody messaged them"
      return 'The list "' .. name .. '" contains ' .. person .. ", but " .. why .. "."
    end
    seen[person] = true
  end
end
for person, name in pairs(where) do
  if not seen[person] then
    return person .. " isn't in any of the lists; it should be in " .. name .. "."
  end
end
return true
