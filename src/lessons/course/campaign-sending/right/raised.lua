-- The first 130429 raises an error that ends the loop; what is left goes into later.
local wa = app.integrations.whatsapp.default
local report = { accepted = {}, later = {}, failed = {}, unknown = {} }
local left = wa.list_contacts({ limit = 50 }).data
pcall(function()
  while left[1] do
    local c = left[1]
    local ok, result = pcall(wa.send_template, {
      to = "+" .. c.wa_id,
      template_name = "season_opening",
      components = json.encode({ { type = "BODY", parameters = { { type = "text", text = c.profile_name or "there" } } } }),
    })
    if not ok and result:match("130429") then
      error("slower")
    end
    local list = ok and report.accepted or result:match("connect") and report.unknown or report.failed
    list[#list + 1] = ok and { to = c.wa_id, id = result.messages[1].id } or c.wa_id
    table.remove(left, 1)
  end
end)
for _, c in ipairs(left) do
  table.insert(report.later, c.wa_id)
end
return report
