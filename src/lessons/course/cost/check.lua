local HOW = {
  marketing = "Count the messages whose pricing is billable and in the category marketing.",
  utility = "Count the messages whose pricing is billable and in the category utility.",
  free = "Count the messages whose pricing is not billable. A failed message has no pricing.",
}
-- A window doesn't change during the run, so who had one open is a fact.
local open, wanted = {}, { utility = 0, marketing = 0, free = 0 }
for _, person in ipairs(run.facts.open) do
  open[person] = true
end
for _, message in ipairs(run.messages) do
  if message.status ~= "failed" then
    local kind = message.template == "tasting" and "marketing" or open[message.to] and "free" or "utility"
    wanted[kind] = wanted[kind] + 1
  end
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the three numbers."
end
for _, kind in ipairs({ "marketing", "utility", "free" }) do
  if run.result[kind] ~= wanted[kind] then
    return 'The field "' .. kind .. '" is ' .. tostring(run.result[kind]) .. "; it should be " .. wanted[kind] .. ". " .. HOW[kind]
  end
end
return true
