-- Each text begins with the greeting for its contact. facts.names has no entry for contacts without a name.
for _, message in ipairs(run.messages) do
  local name = run.facts.names[message.to]
  local greeting = "Hello " .. (name or "there") .. "!"
  if message.body:sub(1, #greeting) ~= greeting then
    local who = name and "is called \"" .. name .. '"' or "has no name"
    return message.to .. " " .. who .. ", so the text should start with \"" .. greeting .. '". It says "' .. message.body:sub(1, 60) .. '".'
  end
end
return true
