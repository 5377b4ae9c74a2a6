local counts = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_message" then
    return "You sent a text. Send the two templates."
  elseif call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    local name = tostring(call.args.template_name)
    if name ~= "order_ready" and name ~= "tasting" or call.args.language ~= "en" then
      return "You sent " .. name .. " in " .. tostring(call.args.language) .. ". Send order_ready and tasting, in en."
    elseif name == "order_ready" and counts[to .. "tasting"] then
      return to .. " was sent tasting before order_ready. Send order_ready first."
    end
    counts[to .. name] = (counts[to .. name] or 0) + 1
  end
end
for _, person in ipairs(run.facts.people) do
  for _, name in ipairs({ "order_ready", "tasting" }) do
    local count = counts[person .. name] or 0
    if count ~= 1 then
      return person .. (count == 0 and " was not sent " .. name .. "." or " was sent " .. name .. " " .. count .. " times.") .. " Send both templates once to every contact."
    end
  end
end
return true
