-- Nothing is sent after 130429 or 131057, nobody is tried twice, and nobody is left out before that.
local contacts, tried, busy = {}, {}, nil
for _, person in ipairs(run.facts.people) do
  contacts[person] = true
end
for _, call in ipairs(run.calls) do
  if call.name == "send_message" or call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    if call.args.template_name ~= "hello_world" or call.args.language ~= "en_US" then
      return "You sent something other than hello_world in en_US."
    elseif not contacts[to] then
      return "You messaged " .. to .. ", who is not a contact."
    elseif busy then
      return "You kept sending after " .. busy .. ". Stop: everyone left belongs in \"later\"."
    elseif tried[to] then
      return "Your script sent to " .. to .. " twice. Send to each contact once."
    end
    tried[to] = true
    local code = (call.error or ""):match("%(#(%d+)%)")
    busy = (code == "130429" or code == "131057") and code or nil
  end
end
for _, person in ipairs(run.facts.people) do
  if not (busy or tried[person]) then
    return "Your script didn't send to " .. person .. ". Only 130429 and 131057 end the sending."
  end
end
return true
