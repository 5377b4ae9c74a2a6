local left = {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" and call.status == "unknown" then
    left[tostring(call.args.to or ""):gsub("%D", "")] = true
  end
end
local unknown = type(run.result) == "table" and run.result.unknown
if type(unknown) ~= "table" then
  return 'The field "unknown" is missing. It should be a list, which is empty if no connection was lost.'
end
for _, person in pairs(unknown) do
  if not left[tostring(person)] then
    return 'The list "unknown" contains ' .. tostring(person) .. ". It should contain the WhatsApp IDs for which the connection was lost, each once."
  end
  left[tostring(person)] = nil
end
local missing = next(left)
if missing then
  return "The connection was lost while sending to " .. missing .. ", who is not in the list \"unknown\"."
end
return true
