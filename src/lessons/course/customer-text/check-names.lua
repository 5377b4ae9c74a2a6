-- Each accepted message has the tidied name.
for _, message in ipairs(run.messages) do
  local raw = run.facts.names[message.to]
  local name = raw and raw:gsub("%s+", " ") or "there"
  local wanted = "Hello " .. name .. ", your parcel is ready."
  if message.template ~= "pickup_note" then
    return "Your script sent something other than pickup_note."
  elseif message.body ~= wanted then
    local why = raw and "Whitespace in the name becomes single spaces. Nothing else changes." or "This contact has no name."
    return 'A message should say "' .. wanted .. '". It says "' .. message.body .. '". ' .. why
  end
end
return true
