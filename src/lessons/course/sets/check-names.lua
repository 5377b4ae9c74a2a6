-- Each shared name once, and no other.
if type(run.result) ~= "table" then
  return true -- another check says so
end
local wanted, seen = {}, {}
for _, name in ipairs(run.facts.shared) do
  wanted[name] = true
end
for _, item in ipairs(run.result) do
  if not wanted[item] then
    return "Your list has " .. (type(item) == "string" and '"' .. item .. '"' or "a " .. type(item)) .. ". List only the names that more than one contact has."
  elseif seen[item] then
    return 'Your list has "' .. item .. '" more than once. List each name once.'
  end
  seen[item] = true
end
for _, name in ipairs(run.facts.shared) do
  if not seen[name] then
    return 'More than one contact is called "' .. name .. '", but your list does not have that name.'
  end
end
return true
