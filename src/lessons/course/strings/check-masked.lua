-- The first number that is not masked as it should be.
if type(run.result) ~= "table" then
  return true -- another check says so
end
for i, wanted in ipairs(run.facts.masked) do
  local item = run.result[i]
  if item == nil then
    return "Item " .. i .. " is missing. It should be " .. wanted .. "."
  end
  item = tostring(item)
  if item:sub(-4) ~= wanted:sub(-4) then
    return "Item " .. i .. " is " .. item .. ". It should end with the last four digits, " .. wanted:sub(-4) .. "."
  elseif item ~= wanted then
    return ("Item %d is %s. A number of %d digits needs %d stars and its last four digits: %s."):format(i, item, #wanted, #wanted - 4, wanted)
  end
end
return true
