-- Where each contact belongs, and the ID of what was accepted.
local where, ids = {}, {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    local busy = (call.error or ""):find("(#130429)", 1, true)
    where[to] = ({ ok = "accepted", unknown = "unknown" })[call.status] or busy and "later" or "failed"
  end
end
for _, message in ipairs(run.messages) do
  ids[message.to] = message.id
end
for _, person in ipairs(run.facts.people) do
  where[person] = where[person] or "later"
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the four lists."
end
local seen = {}
for _, name in ipairs({ "later", "unknown", "failed", "accepted" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  end
  for _, entry in pairs(list) do
    local person = entry
    if name == "accepted" then
      if type(entry) ~= "table" then
        return "An entry of accepted is " .. tostring(entry) .. ". It should be a table with to and id."
      end
      person = entry.to
      if entry.id ~= ids[tostring(person)] then
        return "The id of " .. tostring(person) .. " in accepted is not the ID of the message they were sent."
      end
    end
    person = tostring(person)
    if seen[person] then
      return person .. " is in the lists twice."
    elseif where[person] ~= name then
      return 'The list "' .. name .. '" contains ' .. person .. ", who belongs in " .. tostring(where[person] or "no list") .. "."
    end
    seen[person] = true
  end
end
for _, person in ipairs(run.facts.people) do
  if not seen[person] then
    return person .. " isn't in any of the lists; it should be in " .. where[person] .. "."
  end
end
return true
