-- The name as it is, or no field at all.
if type(run.result) ~= "table" then
  return true -- another check says so
end
local function shown(value)
  return type(value) == "string" and '"' .. value .. '"' or type(value) == "table" and "a table" or tostring(value)
end
local name, wanted = run.result.name, run.facts.expected.name
if name == wanted then
  return true
elseif wanted == nil then
  return 'The contact has no name, so the field "name" should be nil. Yours is ' .. shown(name) .. "."
elseif name == nil then
  return "The contact is called \"" .. wanted .. '", but the field "name" is missing. The response calls it profile_name.'
end
return 'The contact is called "' .. wanted .. '", but the field "name" is ' .. shown(name) .. "."
