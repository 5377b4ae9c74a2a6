local RETRYABLE = { ["4"] = true, ["130429"] = true, ["131000"] = true, ["131016"] = true, ["131056"] = true, ["131057"] = true }
local wanted, codes = { sent = {}, later = {}, never = {} }, {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    local to = tostring(call.args.to or ""):gsub("%D", "")
    local code = (call.error or ""):match("%(#(%d+)%)")
    codes[to] = code
    table.insert(wanted[call.status == "ok" and "sent" or RETRYABLE[code] and "later" or "never"], to)
  end
end
if type(run.result) ~= "table" then
  return "The script didn't return the table with the three lists."
end
for _, name in ipairs({ "later", "never", "sent" }) do
  local list = run.result[name]
  if type(list) ~= "table" then
    return 'The list "' .. name .. '" is missing from the returned table. An empty list is {}.'
  end
  local left, listed = {}, {}
  for _, person in ipairs(wanted[name]) do
    left[person] = true
  end
  for _, person in pairs(list) do
    person = tostring(person)
    if listed[person] then
      return 'The list "' .. name .. '" contains ' .. person .. " twice."
    elseif not left[person] then
      local why = codes[person] and " (code " .. codes[person] .. ")" or ""
      return 'The list "' .. name .. '" contains ' .. person .. why .. ", who doesn't belong there."
    end
    listed[person], left[person] = true, nil
  end
  local missing = next(left)
  if missing then
    return 'The list "' .. name .. '" lacks ' .. missing .. (codes[missing] and " (code " .. codes[missing] .. ")." or ".")
  end
end
return true
