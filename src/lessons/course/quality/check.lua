-- How many of the first five failed as unwanted decides.
local first, unwanted, reached = {}, 0, {}
for i = 1, 5 do
  first[run.facts.people[i]] = true
end
for _, message in ipairs(run.messages) do
  reached[message.to] = true
  if first[message.to] and (message.code == 131049 or message.code == 131050) then
    unwanted = unwanted + 1
  end
end
for i = 6, #run.facts.people do
  local person = run.facts.people[i]
  if unwanted >= 2 and reached[person] then
    return unwanted .. " of the first 5 failed with 131049 or 131050, and you messaged " .. person .. " as well. Stop then."
  elseif unwanted < 2 and not reached[person] then
    return (unwanted == 0 and "None" or "One") .. " of the first 5 failed with 131049 or 131050, so continue; " .. person .. " got nothing. Other codes don't count here."
  end
end
return true
