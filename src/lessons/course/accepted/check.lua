local wanted, seen = {}, {}
for _, message in ipairs(run.messages) do
  if message.status == "failed" then
    wanted[#wanted + 1] = message.to
  end
end
if type(run.result) ~= "table" then
  return "The script returned no list. Return the WhatsApp IDs whose message failed, in a table."
end
for _, person in pairs(run.result) do
  seen[#seen + 1] = tostring(person)
end
table.sort(wanted)
table.sort(seen)
local function listed(list)
  return #list == 0 and "nobody" or table.concat(list, ", ")
end
if listed(seen) ~= listed(wanted) then
  return "The messages to " .. listed(wanted) .. " failed; the script's list says " .. listed(seen) .. ". Look again while a status is accepted or sent."
end
return true
