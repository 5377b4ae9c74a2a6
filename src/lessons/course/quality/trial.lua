-- The first five are messaged and looked up before anybody else is.
local first, left, ids = {}, {}, {}
for i = 1, 5 do
  first[run.facts.people[i]] = true
  left[run.facts.people[i]] = true
end
local undecided = {}
for _, message in ipairs(run.messages) do
  if message.template ~= "tasting" or message.language ~= "en" then
    return message.to .. " got " .. (message.template or "a text") .. ". Send the template tasting in en."
  elseif first[message.to] and not ids[message.to] then
    undecided[message.id] = message.to
    ids[message.to] = message.id
  end
end
for _, call in ipairs(run.calls) do
  local to = tostring(call.args.to or ""):gsub("%D", "")
  if call.name == "get_message" then
    undecided[tostring(call.args.message_id)] = nil
  elseif call.name == "send_template" and first[to] then
    left[to] = nil
  elseif call.name == "send_template" then
    local person = next(left)
    if person then
      return "You messaged " .. to .. " before " .. person .. ", who is one of the first 5."
    elseif next(undecided) then
      local _, unseen = next(undecided)
      return "You messaged more people before looking up the message to " .. unseen .. ". Look up all 5 first."
    end
  end
end
local person = next(left)
if person then
  return person .. " is one of the first 5 contacts, and got nothing."
end
return true
