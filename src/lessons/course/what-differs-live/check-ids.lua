-- Each message's ID once, and no other.
local ids = type(run.result) == "table" and run.result.ids
if type(ids) ~= "table" then
  return "The field ids is missing. It is a list of message IDs, and empty if nothing was sent."
end
local open = {}
for _, message in ipairs(run.messages) do
  open[message.id] = message.to
end
for _, id in pairs(ids) do
  if not open[id] then
    return "The list ids holds " .. (type(id) == "string" and '"' .. id .. '"' or "a " .. type(id)) .. ", which is not the ID of a message of this run, or is listed twice. The ID is sent.messages[1].id."
  end
  open[id] = nil
end
local _, to = next(open)
return to == nil or "The ID of the message to " .. to .. " is missing from ids. Without it, no status can be matched."
