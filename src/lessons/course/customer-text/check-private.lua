-- No name, no number and no contact's text in what the agent reads.
local text = run.output .. "\n" .. (run.result == nil and "" or tostring(run.result))
for phone, name in pairs(run.facts.names) do
  if text:find(name, 1, true) or text:find((name:gsub("%s+", " ")), 1, true) then
    return "What your script prints or returns contains a customer's text. Return only counts."
  end
end
for _, phone in ipairs(run.facts.people) do
  if text:find(phone, 1, true) then
    return "What your script prints or returns contains a customer's phone number. Return only counts."
  end
end
return true
