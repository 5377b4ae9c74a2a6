-- Contacts are tried in their order, each once, until 130429.
local people, at, busy = run.facts.people, 0, false
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    return "You sent a text. Send the template season_opening."
  elseif call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    if call.args.template_name ~= "season_opening" or call.args.language ~= "en" then
      return "You sent " .. tostring(call.args.template_name) .. " in " .. tostring(call.args.language) .. ". It should be season_opening in en."
    elseif busy then
      return "You sent to " .. to .. " after 130429. Stop sending then."
    elseif to == people[at] then
      return "Your script sent to " .. to .. " twice. Send to each contact once."
    elseif to ~= people[at + 1] then
      return "You sent to " .. to .. " when it was the turn of " .. tostring(people[at + 1] or "nobody") .. ". Send to the contacts in their order."
    end
    at = at + 1
    busy = (call.error or ""):find("(#130429)", 1, true) ~= nil
  end
end
if at < #people and not busy then
  return "Your script didn't send to " .. people[at + 1] .. ". Only 130429 ends the sending."
end
return true
