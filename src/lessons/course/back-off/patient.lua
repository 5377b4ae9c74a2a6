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
      return "After " .. busy .. " you went on sending. Stop: everyone not tried yet belongs in later."
    elseif tried[to] then
      return to .. " was tried twice. Try each contact once."
    end
    tried[to] = true
    local code = (call.error or ""):match("%(#(%d+)%)")
    busy = (code == "130429" or code == "131057") and code or nil
  end
end
for _, person in ipairs(run.facts.people) do
  if not (busy or tried[person]) then
    return person .. " was not tried. Only 130429 and 131057 end the sending."
  end
end
return true
