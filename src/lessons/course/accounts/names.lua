local names = {}
for _, name in ipairs({ "default", "support", "sales" }) do
  names[name] = app.integrations.whatsapp[name].get_current_user().name:lower()
end
for _, message in ipairs(run.messages) do
  local body = message.body:lower()
  for account, name in pairs(names) do
    local there = body:find(name, 1, true) ~= nil
    if account == message.account and not there then
      return "The text from " .. account .. ' doesn\'t contain the name of its user: "' .. message.body .. '"'
    elseif account ~= message.account and there then
      return "The text from " .. message.account .. " contains the name of " .. account .. "'s user as well. Name only its own."
    end
  end
end
return true
