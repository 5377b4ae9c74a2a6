-- Each failed call's message, in the order of the calls.
local errors = type(run.result) == "table" and run.result.errors
if type(errors) ~= "table" then
  return true -- another check says so
end
local failed = {}
for _, call in ipairs(run.calls) do
  if call.status ~= "ok" then
    failed[#failed + 1] = call.error
  end
end
for i, message in ipairs(failed) do
  local item = errors[i]
  if item == nil then
    return "Failed calls: " .. #failed .. ". The list errors has " .. i - 1 .. " items: one is missing."
  elseif type(item) ~= "string" or not item:find(message, 1, true) then
    local yours = type(item) == "string" and '"' .. item:sub(1, 60) .. '"' or "a " .. type(item)
    return "Item " .. i .. ' of errors should hold the message "' .. message:sub(1, 60) .. '…". Yours is ' .. yours .. "."
  end
end
if #errors > #failed then
  return "Failed calls: " .. #failed .. ". The list errors has " .. #errors .. " items: put only the messages of failed calls into it."
end
return true
