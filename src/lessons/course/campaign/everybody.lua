-- Everyone who could be written to was tried, unless a limit ended the sending.
local tried, limited = {}, false
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    tried[tostring(call.args.to or ""):gsub("%D", "")] = true
    limited = limited or (call.error or ""):find("#130429", 1, true) ~= nil
  end
end
local later = type(run.result) == "table" and type(run.result.later) == "table" and run.result.later or {}
if limited then
  for _, person in ipairs(later) do
    tried[tostring(person)] = true
  end
end
for _, person in ipairs(run.facts.people) do
  if not tried[person] then
    return person .. " was left out. Contacts come in pages, and every page counts."
  end
end
return true
