-- Everyone is called by their name; who shows none is called "there".
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    local name = run.facts.names[to] or "there"
    local components = call.args.components
    local written = type(components) == "string" and components or json.encode(components or {})
    if not written:find('"' .. name .. '"', 1, true) then
      return "The message to " .. to .. ' should call them "' .. name .. '".'
    end
  end
end
return true
