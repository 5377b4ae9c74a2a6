-- The ID is known only once the response is there, so it cannot be printed before the call.
local sent = run.messages[1]
if run.output == "" then
  return "Nothing was printed. Print the response: it contains the message's ID."
elseif sent and not run.output:find(sent.id, 1, true) then
  return "The response wasn't printed. Save it in a variable, then print that: it contains the message's ID."
end
return true
