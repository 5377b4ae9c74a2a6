for _, message in ipairs(run.messages) do
  if message.body ~= "We open at nine." or message.type ~= "text" then
    return message.to .. ' got "' .. message.body .. '". The text should be "We open at nine."'
  end
end
return true
