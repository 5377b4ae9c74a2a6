-- Everybody gets the text once, from the account they know.
local texts = {}
for _, message in ipairs(run.messages) do
  if message.account ~= "default" then
    return message.to .. " got a message from the account " .. message.account .. ". Send from the default account."
  elseif message.type == "text" then
    texts[message.to] = (texts[message.to] or 0) + 1
    if message.body ~= "We close at four today." then
      return message.to .. ' was sent "' .. message.body .. '". The text should be "We close at four today."'
    end
  end
end
for _, to in ipairs(run.facts.people) do
  if not texts[to] then
    return to .. " was not sent the text. Nobody knows in advance whether a window is open: try the text first."
  elseif texts[to] > 1 then
    return to .. " was sent the text " .. texts[to] .. " times. Once is enough, even if it fails."
  end
end
return true
