-- `again_in` is there if and only if somebody is left for later, and it is twice as long as after the run before.
local result = type(run.result) == "table" and run.result or {}
if run.facts.again == "none" then
  return result.again_in == nil or "Nobody is left for later, so `again_in` should not be there."
elseif result.again_in ~= run.facts.again then
  local seen = result.again_in == nil and "is missing" or "is " .. tostring(result.again_in)
  return "`again_in` " .. seen .. "; after " .. 2 .. " earlier tries it should be " .. run.facts.again .. "."
end
return true
