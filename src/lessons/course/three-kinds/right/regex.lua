-- The text of the error by regex; lists built from a map.
local wa = app.integrations.whatsapp
local kinds = {}
local people = wa.list_contacts().data
for i = #people, 1, -1 do
  local ok, problem = pcall(function()
    wa.send_message({ to = people[i].wa_id, body = people[i].profile_name })
  end)
  kinds[people[i].wa_id] = ok and "sent"
    or regex.match(problem, "/is required/") and "fix"
    or regex.match(problem, "/API error \\(\\d+\\)/") and "refused"
    or "unknown"
end
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for to, kind in pairs(kinds) do
  table.insert(report[kind], to)
end
return report
