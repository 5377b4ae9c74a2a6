-- Everyone who may be written to was tried, unless 130429 ended the sending.
local tried = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    tried[tostring(call.args.to or ""):gsub("%D", "")] = true
    if (call.error or ""):find("(#130429)", 1, true) then
      return true
    end
  end
end
for _, person in ipairs(run.facts.people) do
  if not tried[person] then
    return person .. " was left out. Contacts come in pages, and every page counts."
  end
end
return true
