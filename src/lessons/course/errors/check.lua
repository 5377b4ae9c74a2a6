local wanted, seen = {}, {}
for _, call in ipairs(run.calls) do
  local code = call.name == "send_message" and (call.error or ""):match("%(#(%d+)%)")
  if code then
    table.insert(wanted, code)
  end
end
if type(run.result) ~= "table" then
  return "The script didn't return a list."
end
for _, code in pairs(run.result) do
  table.insert(seen, type(code) == "number" and string.format("%d", code // 1) or tostring(code))
end
table.sort(wanted)
table.sort(seen)
local function listed(list)
  return #list == 0 and "an empty list" or "{ " .. table.concat(list, ", ") .. " }"
end
if listed(seen) ~= listed(wanted) then
  return "The script returned " .. listed(seen) .. "; the codes were " .. listed(wanted) .. "."
end
return true
