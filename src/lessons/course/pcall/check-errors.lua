-- Each failed call's message, in the order of the calls.
local errors = type(run.result) == "table" and run.result.errors
if type(errors) ~= "table" then
  return true -- another check says so
end
local function shown(text)
  return '"' .. (#text > 60 and text:sub(1, 60) .. "…" or text) .. '"'
end
local function items(n)
  return 'The list "errors" has ' .. n .. (n == 1 and " item" or " items")
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
    return "Failed calls: " .. #failed .. ". " .. items(i - 1) .. ", so one is missing."
  elseif type(item) ~= "string" or not item:find(message, 1, true) then
    local yours = type(item) == "string" and shown(item) or "a " .. type(item)
    return "In the order of the calls, item " .. i .. " of errors should be the message " .. shown(message) .. ". Yours is " .. yours .. "."
  end
end
if #errors > #failed then
  return "Failed calls: " .. #failed .. ". " .. items(#errors) .. ". Put only the messages of failed calls into errors."
end
return true
