-- again_in is there if and only if somebody is left for later, and it doubles with each run.
local result = type(run.result) == "table" and run.result or {}
local busy = false
for _, call in ipairs(run.calls) do
  local code = (call.error or ""):match("%(#(%d+)%)")
  busy = busy or code == "130429" or code == "131057"
end
local wanted = 2 ^ (run.facts.tries + 1)
if not busy then
  return result.again_in == nil or 'Nobody is left for later, so the field "again_in" should not be there.'
elseif result.again_in ~= wanted then
  local seen = result.again_in == nil and "is missing" or "is " .. tostring(result.again_in)
  return 'The field "again_in" ' .. seen .. "; tries was " .. run.facts.tries .. ", so it should be " .. math.tointeger(wanted) .. "."
end
return true
