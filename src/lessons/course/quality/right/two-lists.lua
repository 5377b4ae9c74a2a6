-- Trial and rest as lists of their own; the trial from its last to its first.
local wa = app.integrations.whatsapp.default
local all = wa.list_contacts({ limit = 50 }).data
local trial, rest = table.move(all, 1, 5, 1, {}), table.move(all, 6, #all, 1, {})
local report = { sent = 0, stopped = false, codes = {} }
local function send(c)
  report.sent = report.sent + 1
  return wa.send_template({ to = "+" .. c.wa_id, template_name = "tasting", components = {} }).messages[1].id
end
for i = 5, 1, -1 do
  local id = send(trial[i])
  local text
  repeat
    text = json.encode(wa.get_message({ message_id = id }))
  until not text:find('"message_status": "accepted"', 1, true) and not text:find('"message_status": "sent"', 1, true)
  local code = text:match("131049") or text:match("131050")
  table.insert(report.codes, code)
end
report.stopped = #report.codes >= 2
for _, c in ipairs(report.stopped and {} or rest) do
  send(c)
end
return report
