-- Who has a name is tried once; who has none is tried once or left out, since no request would leave the script.
local names, tries = run.facts.names, {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    return "You sent a template. Send the profile name as a text."
  elseif call.name == "send_message" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    local body = call.args.body
    if to ~= "" and body and body ~= names[to] then
      return 'You sent "' .. tostring(body) .. '" to ' .. to .. ". The text is the contact's profile name and nothing else; if there is none, there is nothing to send."
    end
    tries[to] = (tries[to] or 0) + 1
  end
end
for person in pairs(names) do
  local count = tries[person] or 0
  if count ~= 1 then
    return "Your script " .. (count == 0 and "didn't send to " .. person .. "." or "sent to " .. person .. " " .. count .. " times: after a lost connection, the first one may have arrived.") .. " Send to each contact once."
  end
end
return true
