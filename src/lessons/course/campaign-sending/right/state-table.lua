-- A table of functions, one for each outcome.
local wa = app.integrations.whatsapp
local report, slow = { later = {}, failed = {}, unknown = {}, accepted = {} }, false
local rules = {
  { "Failed to connect", "unknown" },
  { "#130429", "later" },
  { "", "failed" },
}
for _, contact in ipairs(wa.list_contacts().data) do
  local entry, list = contact.wa_id, slow and "later" or "accepted"
  if not slow then
    xpcall(function()
      local response = wa.send_template({
        to = entry,
        template_name = "season_opening",
        language = "en",
        components = { { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } } },
      })
      entry = { to = contact.wa_id, id = response.messages[1].id }
    end, function(problem)
      for i = #rules, 1, -1 do
        if problem:find(rules[i][1], 1, true) then
          list = rules[i][2]
        end
      end
    end)
    slow = list == "later"
  end
  table.insert(report[list], entry)
end
return report
