-- Each message's ID once, and no other.
local ids = type(run.result) == "table" and run.result.ids
if type(ids) ~= "table" then
  return 'The field "ids" is missing. It should be a list of message IDs, which is empty if nothing was sent.'
end
local open, listed = {}, {}
for _, message in ipairs(run.messages) do
  open[message.id] = message.to
end
for _, id in pairs(ids) do
  local shown = type(id) == "string" and '"' .. id .. '"' or "a " .. type(id)
  if listed[id] then
    return 'The list "ids" contains ' .. shown .. " twice. Each message has one ID."
  elseif not open[id] then
    return 'The list "ids" contains ' .. shown .. ", which isn't the ID of a message from this run. The ID is sent.messages[1].id."
  end
  listed[id], open[id] = true, nil
end
local _, to = next(open)
return to == nil or "The ID of the message to " .. to .. " is missing from ids. Without it, no status can be matched."
