-- Whoever could be written to was at least tried.
local tried = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    tried[call.args.to or ""] = true
  end
end
for _, person in ipairs(run.facts.people) do
  if not tried[person] then
    return person .. " was left out. Contacts come in pages, and every page counts."
  end
end
return true
