-- Rules in a list; the first that fits counts. Numbers in the lists.
local rules = { { "API error", "refused" }, { "connect", "unknown" }, { "", "fix" } }
local report = { sent = {}, fix = {}, refused = {}, unknown = {} }
for _, c in ipairs(app.integrations.whatsapp.list_contacts().data) do
  local list = "sent"
  xpcall(app.integrations.whatsapp.send_message, function(problem)
    for _, rule in ipairs(rules) do
      if problem:find(rule[1], 1, true) then
        list = rule[2]
        return
      end
    end
  end, { to = c.wa_id, body = c.profile_name })
  table.insert(report[list], math.tointeger(c.wa_id))
end
return report
