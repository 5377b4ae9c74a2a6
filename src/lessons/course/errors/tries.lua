local tries = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    tries[to] = (tries[to] or 0) + 1
    if call.args.body ~= "Your order is on its way." then
      return "You sent \"" .. tostring(call.args.body) .. '". The text should be "Your order is on its way."'
    end
  elseif call.name == "send_template" then
    return "You sent a template. Send the text."
  end
end
for _, person in ipairs(run.facts.people) do
  local count = tries[person] or 0
  if count ~= 1 then
    return "Your script " .. (count == 0 and "didn't send to " .. person .. "." or "sent to " .. person .. " " .. count .. " times.") .. " Send to everyone once, whatever happens to the others."
  end
end
return true
