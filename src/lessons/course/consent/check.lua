local agreed = {}
for _, person in ipairs(run.facts.people) do
  agreed[person] = true
end
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  if call.name == "send_message" then
    return "You sent a text. Send the template hello_world."
  elseif call.name == "send_template" then
    if call.args.template_name ~= "hello_world" or call.args.language ~= "en_US" then
      return "You sent " .. tostring(call.args.template_name) .. " in " .. tostring(call.args.language) .. ". It should be hello_world in en_US."
    elseif not agreed[to] then
      local last = run.facts.last[to]
      return "You messaged " .. to .. (last and ", who hasn't agreed, or no longer does. Their last text was \"" .. last .. '".' or ", who never wrote to you.")
    end
  end
end
return true
