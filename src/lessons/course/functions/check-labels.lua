-- The first label that is not right.
local labels = type(run.result) == "table" and run.result.labels
if type(labels) ~= "table" then
  return true -- another check says so
end
for i, wanted in ipairs(run.facts.labels) do
  local label = labels[i]
  if label == nil then
    return "Label " .. i .. ' is missing: it should be "' .. wanted .. '". Does label return a value in every case?'
  elseif label ~= wanted then
    return "Label " .. i .. ' should be "' .. wanted .. '". Yours is ' .. (type(label) == "string" and '"' .. label .. '"' or "a " .. type(label)) .. "."
  end
end
if #labels > #run.facts.labels then
  return "There are more labels than contacts. Call label once for each contact."
end
return true
