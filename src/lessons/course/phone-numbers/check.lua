local wanted = {}
for _, person in ipairs(run.facts.people) do
  wanted[person] = true
end
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    return "You sent a text. Send the template hello_world."
  elseif call.name == "send_template" then
    local to = tostring(call.args.to or "")
    if call.args.template_name ~= "hello_world" or call.args.language ~= "en_US" then
      return "You sent " .. tostring(call.args.template_name) .. " in " .. tostring(call.args.language) .. ". It should be hello_world in en_US."
    elseif to:find("%D") then
      return 'You passed "' .. to .. '". Pass digits only.'
    elseif to:sub(1, 1) == "0" then
      return "You passed " .. to .. ". A number with its country code never starts with 0."
    elseif not wanted[to] then
      return "You passed " .. to .. ", which isn't in the list. 00 isn't part of a number, and a single 0 stands for the country code 44."
    end
  end
end
return true
