local tries = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    return "You sent a text. Send the template hello_world."
  elseif call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    tries[to] = (tries[to] or 0) + 1
    if call.args.template_name ~= "hello_world" or call.args.language ~= "en_US" then
      return "You sent " .. tostring(call.args.template_name) .. " in " .. tostring(call.args.language) .. ". It should be hello_world in en_US."
    end
  end
end
for _, person in ipairs(run.facts.people) do
  local count = tries[person] or 0
  if count ~= 1 then
    return "Your script " .. (count == 0 and "didn't send to " .. person .. "." or "sent to " .. person .. " " .. count .. " times.") .. " Send once to everyone who is not in the ledger."
  end
end
return true
