-- First and last, each named on its own.
local function shown(value)
  return type(value) == "table" and "a table" or tostring(value)
end
local first, last = run.facts.expected[1], run.facts.expected[2]
local result = run.result
if type(result) ~= "table" then
  return true -- another check says so
end
if result[1] ~= first then
  return "Item 1 is " .. shown(result[1]) .. ". The first contact is people[1], and its wa_id is " .. first .. "."
elseif result[2] ~= last then
  return "Item 2 is " .. shown(result[2]) .. ". The last contact is people[#people], and its wa_id is " .. last .. "."
end
return true
