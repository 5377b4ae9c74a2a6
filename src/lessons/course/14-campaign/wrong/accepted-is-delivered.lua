-- expects: report
local whatsapp = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true, ["33639980190"] = true }
local report = { delivered = {}, failed = {}, unknown = {} }
local function wait(seconds)
  local started = os.time()
  while os.time() < started + seconds do
  end
end
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if not opted_out[contact.wa_id] then
    wait(2)
    local ok, problem = pcall(whatsapp.send_template, {
      to = contact.wa_id,
      template_name = "season_opening",
      language = "en",
      components = {
        { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
      },
    })
    local lost = not ok and problem:find("Failed to connect", 1, true)
    table.insert(ok and report.delivered or lost and report.unknown or report.failed, contact.wa_id)
  end
end
return report
