-- Where each contact belongs, in whatever order they were tried.
local wanted = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, person in ipairs(run.facts.nameless) do
  table.insert(wanted.fix, person)
end
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  if call.name == "send_message" and run.facts.names[to] then
    table.insert(wanted[({ ok = "sent", unknown = "unknown" })[call.status] or "refused"], to)
  end
end
local function listed(list)
  local people = {}
  for _, person in pairs(list) do
    table.insert(people, tostring(person))
  end
  table.sort(people)
  return #people == 0 and "nobody" or table.concat(people, ", ")
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the four lists."
end
for _, name in ipairs({ "fix", "unknown", "refused", "sent" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  elseif listed(list) ~= listed(wanted[name]) then
    return 'The list "' .. name .. '" contains ' .. listed(list) .. "; it should contain " .. listed(wanted[name]) .. "."
  end
end
return true
