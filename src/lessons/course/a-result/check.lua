-- Who was refused, and with which code, in whatever order they were tried.
local left, listed = {}, {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" and call.status == "error" then
    left[tostring(call.args.to or ""):gsub("%D", "")] = tonumber(call.error:match("%(#(%d+)%)"))
  end
end
local failed = type(run.result) == "table" and run.result.failed
if type(failed) ~= "table" then
  return 'The field "failed" is missing. It should be a list, which is empty if Meta refused nobody.'
end
for _, entry in pairs(failed) do
  if type(entry) ~= "table" or entry.to == nil then
    return 'The list "failed" has an entry without to and code.'
  end
  local to = tostring(entry.to):gsub("%D", "")
  if listed[to] then
    return 'The list "failed" contains ' .. to .. " twice."
  elseif left[to] == nil then
    return 'The list "failed" contains ' .. to .. ", who was not refused."
  elseif type(entry.code) ~= "number" then
    return "The code of " .. to .. " is " .. (entry.code == nil and "missing." or "a string. Convert it with tonumber().")
  elseif entry.code ~= left[to] then
    return "The code of " .. to .. " is " .. left[to] .. "; the list \"failed\" says " .. tostring(entry.code) .. "."
  end
  listed[to], left[to] = true, nil
end
local missing = next(left)
if missing then
  return missing .. " was refused with " .. left[missing] .. ", but isn't in the list \"failed\"."
end
return true
