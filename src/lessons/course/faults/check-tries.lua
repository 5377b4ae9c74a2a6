-- Each contact is sent to once.
local tries = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" or call.name == "send_message" then
    local to = tostring(call.args.to):gsub("%D", "")
    tries[to] = (tries[to] or 0) + 1
  end
end
for _, to in ipairs(run.facts.people) do
  if not tries[to] then
    return "Your script didn't send to " .. to .. ". A failure with one contact must not skip the others."
  elseif tries[to] > 1 then
    return "Your script sent to " .. to .. " " .. tries[to] .. " times. Send to each contact once."
  end
end
return true
