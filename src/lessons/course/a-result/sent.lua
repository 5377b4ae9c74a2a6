local accepted = 0
for _, call in ipairs(run.calls) do
  accepted = accepted + ((call.name == "send_template" and call.status == "ok") and 1 or 0)
end
local sent = type(run.result) == "table" and run.result.sent or nil
if type(sent) ~= "number" then
  return 'The field "sent" is ' .. (sent == nil and "missing" or 'not a number: "' .. tostring(sent) .. '"') .. ". It should be how many were accepted."
elseif sent ~= accepted then
  return 'The field "sent" is ' .. tostring(sent) .. "; the number of accepted messages is " .. accepted .. "."
end
return true
