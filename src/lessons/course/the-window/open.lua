local reached = {}
for _, message in ipairs(run.messages) do
  if message.type == "text" then
    reached[message.to] = message.status ~= "failed"
  elseif reached[message.to] then
    return message.to .. " got the template as well, although the text had arrived."
  end
end
return true
