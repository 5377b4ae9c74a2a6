local wanted = run.facts.language
for _, message in ipairs(run.messages) do
  if message.template ~= "opening_hours" then
    return "You sent " .. (message.template or "a text") .. ". The template to send is opening_hours."
  elseif wanted == "none" then
    return "opening_hours isn't approved in any language of preferred, but you sent it in " .. message.language .. "."
  elseif message.language ~= wanted then
    return "You sent opening_hours in " .. message.language .. ". The first approved language of preferred is " .. wanted .. "."
  elseif message.account ~= "default" then
    return "You sent it from the account " .. message.account .. ". Use the default account."
  end
end
if wanted ~= "none" and #run.messages ~= 1 then
  return "opening_hours was sent " .. #run.messages .. " times. Send it once, in " .. wanted .. "."
end
return true
