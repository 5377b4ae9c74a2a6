-- From the last contact to the first; the doubling in a loop.
local wa = app.integrations.whatsapp.default
local tries
for _, template in ipairs(wa.list_templates().data) do
  if template.name == "input" then
    tries = json.decode(template.components[1].text).tries
  end
end
local report, busy = { sent = {}, later = {}, failed = {} }, false
local people = wa.list_contacts({ limit = 20 }).data
for i = #people, 1, -1 do
  local to, list = people[i].wa_id, "later"
  if not busy then
    list = "sent"
    xpcall(function()
      wa.send_template({ to = "+" .. to, template_name = "hello_world", language = "en_US" })
    end, function(problem)
      busy = regex.match(problem, "/#(130429|131057)\\)/") ~= nil
      list = busy and "later" or "failed"
    end)
  end
  table.insert(report[list], to)
end
if busy then
  report.again_in = 2
  for _ = 1, tries do
    report.again_in = report.again_in * 2
  end
end
return report
