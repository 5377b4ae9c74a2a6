local closed, templates = {}, {}
for _, message in ipairs(run.messages) do
  local to = message.to
  if message.type == "text" then
    closed[to] = message.code == 131047
    if closed[to] and templates[to] then
      return to .. " was sent the template before the text. Send it only once the text has failed."
    end
  elseif message.template ~= "hello_world" or message.language ~= "en_US" then
    return to .. " was sent the template " .. message.template .. " in " .. message.language .. ". It should be hello_world in en_US."
  else
    templates[to] = (templates[to] or 0) + 1
    if templates[to] > 1 then
      return to .. " was sent " .. templates[to] .. " templates. One is enough."
    end
  end
end
for to, yes in pairs(closed) do
  if yes and not templates[to] then
    return to .. " got nothing: the text was accepted, then it failed, because the window was closed. Send the template after 131047."
  end
end
return true
