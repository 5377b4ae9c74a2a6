if type(run.result) ~= "table" then
  return "The script didn't return a table. Return the status of each message, by WhatsApp ID."
end
for _, message in ipairs(run.messages) do
  local seen = run.result[message.to]
  if seen == nil then
    return "The returned table has no status for " .. message.to .. ". Its keys are WhatsApp IDs."
  elseif seen == "accepted" or seen == "sent" then
    return "The status of " .. message.to .. " is " .. seen .. " in your table: the message was still on its way. Look it up again."
  elseif (seen == "failed") ~= (message.status == "failed") or seen ~= "failed" and seen ~= "delivered" and seen ~= "read" then
    return "The status of " .. message.to .. " is " .. tostring(seen) .. " in your table, but the message " .. (message.status == "failed" and "failed." or "arrived.")
  end
end
return true
