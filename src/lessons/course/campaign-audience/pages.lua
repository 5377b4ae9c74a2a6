local asked = 0
for _, call in ipairs(run.calls) do
  asked = asked + (call.name == "list_contacts" and 1 or 0)
end
local all = #app.integrations.whatsapp.list_contacts({ limit = 100 }).data
local pages = math.max(1, (all + 4) // 5)
if asked ~= pages then
  return asked .. (asked == 1 and " page was" or " pages were") .. " requested; the number of pages is " .. pages .. "."
end
return true
