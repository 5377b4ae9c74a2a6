-- The ID is known only once the answer is there, so it cannot be printed before the call.
local sent = run.messages[1]
if run.output == "" then
  return "Nothing was printed. Print the answer: it contains the message's ID."
elseif sent and not run.output:find(sent.id, 1, true) then
  return "The answer wasn't printed. Save it in a variable, then print that: it contains the message's ID."
end
return true
