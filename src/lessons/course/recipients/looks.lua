local looks = {}
for _, call in ipairs(run.calls) do
  if call.name == "get_message" then
    local id = tostring(call.args.message_id)
    looks[id] = (looks[id] or 0) + 1
    if looks[id] > 20 then
      return "You looked up one message more than 20 times. Give each loop a limit."
    end
  end
end
for _, count in pairs(looks) do
  -- In these worlds, every status is decided long before that.
  if count >= 19 then
    return "You looked up a message " .. count .. " times. Stop as soon as its status is decided."
  end
end
for _, message in ipairs(run.messages) do
  if message.template ~= "tasting" or message.language ~= "en" then
    return message.to .. " got " .. (message.template or "a text") .. ". Send the template tasting in en."
  elseif not looks[message.id] then
    return "You never looked up the message to " .. message.to .. " after sending it. Accepted is not reached."
  end
end
return true
