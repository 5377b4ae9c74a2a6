-- Who was refused, and with which code, in whatever order they were tried.
local codes, refused = {}, 0
for _, call in ipairs(run.calls) do
  if call.name == "send_template" and call.status ~= "ok" and call.args.to then
    codes[call.args.to:gsub("%D", "")] = call.error:match("%(#(%d+)%)")
    refused = refused + 1
  end
end
local failed = type(run.result) == "table" and run.result.failed
if type(failed) ~= "table" then
  return "The field failed is missing. It is a list, and empty when all went well."
end
local count = 0
for _, entry in pairs(failed) do
  count = count + 1
  if type(entry) ~= "table" or entry.to == nil or entry.code == nil then
    return "The list failed has an entry without to or code."
  end
  local code = codes[tostring(entry.to):gsub("%D", "")]
  if code == nil then
    return "The list failed names " .. tostring(entry.to) .. ", whose message was accepted."
  elseif tostring(entry.code) ~= code then
    return "The code of " .. tostring(entry.to) .. " is " .. code .. "; the list failed says " .. tostring(entry.code) .. "."
  end
end
if count ~= refused then
  return "The list failed has " .. count .. " entries; refused were " .. refused .. "."
end
return true
