local arrived, texts, templates = {}, {}, {}
for _, message in ipairs(run.messages) do
  local to = message.to
  local kind = message.type == "text" and texts or templates
  kind[to] = (kind[to] or 0) + 1
  arrived[to] = arrived[to] or message.status ~= "failed"
  if message.type == "template" and (message.template ~= "hello_world" or message.language ~= "en_US") then
    return to .. " was sent the template " .. message.template .. " in " .. message.language .. ". It should be hello_world in en_US."
  end
end
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  if arrived[to] == nil then
    return to .. " was not written to."
  elseif (texts[to] or 0) > 1 then
    return to .. " was sent " .. texts[to] .. " texts. One is enough, also when it fails."
  elseif (templates[to] or 0) > 1 then
    return to .. " was sent " .. templates[to] .. " templates. One is enough."
  elseif not arrived[to] and to ~= run.facts.gone then
    return to .. " got nothing: the text was accepted, then it failed, because the window was closed."
  end
end
return true
