local codes = {}
for _, message in ipairs(run.messages) do
  if message.type == "text" then
    codes[message.to] = message.code
  elseif codes[message.to] and codes[message.to] ~= 131047 then
    return "The text to " .. message.to .. " failed with " .. codes[message.to] .. ", and you sent the template anyway. Send it only after 131047."
  end
end
return true
