-- Every accepted message is looked up, 20 times at most, once the last one is out.
local looks, sending = {}, true
for _, call in ipairs(run.calls) do
  if call.name == "get_message" then
    local id = tostring(call.args.message_id)
    looks[id] = (looks[id] or 0) + 1
    if looks[id] > 20 then
      return "You looked up one message more than 20 times."
    end
    sending = false
  elseif call.name == "send_template" and not sending then
    return "You looked up a message before the last send. Send first: by then most are decided."
  end
end
for _, count in pairs(looks) do
  -- In these worlds, every status is decided long before that.
  if count >= 19 then
    return "You looked up a message " .. count .. " times. Stop as soon as its status is decided."
  end
end
for _, message in ipairs(run.messages) do
  local unknown = true
  for _, call in ipairs(run.calls) do
    local to = tostring(call.args.to or ""):gsub("%D", "")
    unknown = unknown and not (call.name == "send_template" and call.status == "ok" and to == message.to)
  end
  if not unknown and not looks[message.id] then
    return "You never looked up the message to " .. message.to .. ". Accepted is not delivered."
  end
end
return true
