-- Each contact is in the list that its call belongs to, once.
local report = type(run.result) == "table" and run.result or {}
if type(report.sent) ~= "table" or type(report.failed) ~= "table" then
  return "The fields sent and failed should be lists, whatever happens. They are empty if nobody belongs in them."
end
local right, listed = {}, {}
for _, call in ipairs(run.calls) do
  if call.name == "send_template" then
    right[tostring(call.args.to):gsub("%D", "")] = call.status == "ok" and "sent" or "failed"
  end
end
for _, list in ipairs({ "sent", "failed" }) do
  for _, item in pairs(report[list]) do
    local to = tostring(item):gsub("%D", "")
    if listed[to] then
      return to .. " is in the lists twice. Each contact belongs in one of them, once."
    elseif right[to] == nil then
      return 'The list "' .. list .. '" has ' .. (type(item) == "table" and "a table" or tostring(item)) .. ", which is not the wa_id of a contact you sent to."
    elseif right[to] ~= list then
      return to .. " is in the list " .. list .. ", but belongs in " .. right[to] .. "."
    end
    listed[to], right[to] = true, nil
  end
end
local to, list = next(right)
return to == nil or to .. " isn't in any list. It belongs in " .. list .. "."
