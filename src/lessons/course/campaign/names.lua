-- Everyone is addressed by name, or as "there" without one. A message that Meta can't read reaches nobody.
local UNREADABLE = { ["100"] = true, ["131008"] = true, ["131009"] = true, ["132000"] = true, ["132012"] = true }
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    if UNREADABLE[(call.error or ""):match("%(#(%d+)%)")] then
      local why = run.facts.names[to] and "" or to .. ' has no profile name, so the placeholder needs "there". '
      return why .. "Meta rejected the template for " .. to .. ": " .. call.error
    end
    local name = run.facts.names[to] or "there"
    local components = call.args.components
    local written = type(components) == "string" and components or json.encode(components or {})
    if not written:find('"' .. name .. '"', 1, true) then
      return "The message to " .. to .. ' should address them as "' .. name .. '".'
    end
  end
end
return true
