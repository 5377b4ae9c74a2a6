local counts = {}
for _, message in ipairs(run.messages) do
  counts[message.account] = (counts[message.account] or 0) + 1
end
for _, name in ipairs({ "default", "support", "sales" }) do
  local count = counts[name] or 0
  if count ~= 1 then
    return "The account " .. name .. " sent " .. count .. (count == 1 and " message" or " messages") .. ". Send one from each account."
  end
end
return true
