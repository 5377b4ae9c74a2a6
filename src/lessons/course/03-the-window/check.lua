local arrived, failed = {}, {}
for _, message in ipairs(run.messages) do
  local list = message.status == "failed" and failed or arrived
  list[message.to] = (list[message.to] or 0) + 1
end
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  if not arrived[to] then
    if failed[to] then
      return to .. " got nothing: the text was accepted, then it failed, because the window was closed."
    end
    return to .. " was not written to."
  elseif failed[to] and failed[to] > 1 then
    return to .. " was sent a text that could not arrive more than once."
  end
end
return true
