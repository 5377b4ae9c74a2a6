local result = type(run.result) == "table" and run.result or {}
local stopped = #run.messages < #run.facts.people
if result.sent ~= #run.messages then
  return 'The field "sent" is ' .. tostring(result.sent) .. "; the number of messages sent is " .. #run.messages .. "."
elseif result.stopped ~= stopped then
  return 'The field "stopped" is ' .. tostring(result.stopped) .. "; it should be " .. tostring(stopped) .. "."
end
return true
