-- Where each person tried belongs, in whatever order they were tried.
local fate = {}
for _, message in ipairs(run.messages) do
  fate[message.to] = message.status == "failed" and "failed" or "delivered"
end
local belongs = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" and call.args.to then
    local to = tostring(call.args.to):gsub("%D", "")
    local busy = call.error and call.error:find("#130429", 1, true) and "later"
    local outcomes = { ok = fate[to], unknown = "unknown" }
    belongs[to] = outcomes[call.status] or busy or "failed"
  end
end
-- After 130429 nobody else is tried.
for _, person in ipairs(run.facts.people) do
  belongs[person] = belongs[person] or "later"
end
local wanted = { unknown = {}, failed = {}, delivered = {}, later = {} }
for to, list in pairs(belongs) do
  table.insert(wanted[list], to)
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
  return "The script didn't return the table with the four lists."
end
for _, name in ipairs({ "unknown", "later", "failed", "delivered" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  elseif listed(list) ~= listed(wanted[name]) then
    local why = name == "failed" and " Some failures show only in the status." or ""
    return 'The list "' .. name .. '" contains ' .. listed(list) .. "; it should contain " .. listed(wanted[name]) .. "." .. why
  end
end
return true
