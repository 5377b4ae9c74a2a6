-- Nothing is sent after 130429, and nobody is tried twice.
local tried, busy = {}, false
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    return "You sent a text. Send the template season_opening."
  elseif call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    if call.args.template_name ~= "season_opening" or call.args.language ~= "en" then
      return "You sent " .. tostring(call.args.template_name) .. " in " .. tostring(call.args.language) .. ". It should be season_opening in en."
    elseif busy then
      return "You sent to " .. to .. " after 130429. Stop sending then."
    elseif tried[to] then
      return "Your script sent to " .. to .. " twice. Send to nobody twice, whatever the failure."
    end
    tried[to] = true
    busy = (call.error or ""):find("(#130429)", 1, true) ~= nil
  end
end
return true
