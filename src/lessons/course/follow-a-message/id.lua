-- Without the ID nobody can look again.
local message = run.messages[1]
if type(run.result) ~= "table" or not message or run.result.id ~= message.id then
  return "The returned id should be the ID of the message that was sent."
end
return true
