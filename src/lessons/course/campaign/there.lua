-- Whoever has no profile name is called "there" in every message that was tried.
local nameless = {}
for _, person in ipairs(run.facts.nameless) do
  nameless[person] = true
end
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  local written = json.encode(call.args.components or {})
  if call.name == "send_template" and nameless[to] and not written:find("%f[%w]there%f[%W]") then
    return "Without a profile name, a person should be called \"there\": " .. to .. "."
  end
end
return true
