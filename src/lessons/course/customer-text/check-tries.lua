-- One try for each contact; a name that was not tidied is refused.
local tries = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" or call.name == "send_message" then
    if call.error and call.error:find("132018", 1, true) then
      return "Meta refused a name with a line break or a tab (132018). Tidy it with gsub first."
    end
    local to = tostring(call.args.to):gsub("%D", "")
    tries[to] = (tries[to] or 0) + 1
  end
end
for _, to in ipairs(run.facts.people) do
  if tries[to] ~= 1 then
    return "Your script sent to one contact " .. (tries[to] or 0) .. " times. Send to each contact once."
  end
end
return true
