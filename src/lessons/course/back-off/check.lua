-- Where each contact belongs, in whatever order they were tried.
local where = {}
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  if call.name == "send_template" then
    local code = (call.error or ""):match("%(#(%d+)%)")
    where[to] = call.status == "ok" and "sent" or code ~= "130429" and code ~= "131057" and "failed" or nil
  end
end
local wanted = { sent = {}, later = {}, failed = {} }
for _, person in ipairs(run.facts.people) do
  table.insert(wanted[where[person] or "later"], person)
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
  return "The script didn't return the table with the lists."
end
for _, name in ipairs({ "later", "failed", "sent" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  elseif listed(list) ~= listed(wanted[name]) then
    return 'The list "' .. name .. '" contains ' .. listed(list) .. "; it should contain " .. listed(wanted[name]) .. "."
  end
end
return true
