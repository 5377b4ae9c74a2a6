-- Where each person tried belongs, in whatever order they were tried.
local wanted = { unknown = {}, sent = {}, failed = {} }
for _, call in ipairs(run.calls) do
  if call.name == "send_template" and call.args.to then
    local list = ({ ok = "sent", unknown = "unknown" })[call.status] or "failed"
    table.insert(wanted[list], (tostring(call.args.to):gsub("%D", "")))
  end
end
local function listed(list)
  local people = {}
  for _, person in pairs(list) do
    people[#people + 1] = tostring(person)
  end
  table.sort(people)
  return #people == 0 and "nobody" or table.concat(people, ", ")
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the three lists."
end
for _, name in ipairs({ "unknown", "sent", "failed" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  elseif listed(list) ~= listed(wanted[name]) then
    return 'The list "' .. name .. '" contains ' .. listed(list) .. "; it should contain " .. listed(wanted[name]) .. "."
  end
end
return true
