-- Whoever has no profile name is called "there", and nobody was refused for an empty name.
local nameless = {}
for _, person in ipairs(run.facts.nameless) do
  nameless[person] = true
end
local say = "Without a profile name, a person should be called \"there\": "
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  if nameless[to] and call.error and call.error:find("#131008", 1, true) then
    return say .. to .. "."
  end
end
for _, message in ipairs(run.messages) do
  if nameless[message.to] and not (message.body or ""):find("%f[%w]there%f[%W]") then
    return say .. message.to .. "."
  end
end
return true
