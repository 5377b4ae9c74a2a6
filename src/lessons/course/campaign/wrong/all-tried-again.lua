-- expects: once
local whatsapp = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true, ["33639980190"] = true }
local report = { delivered = {}, failed = {}, unknown = {}, later = {} }
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if not opted_out[contact.wa_id] then
    local done = false
    for _ = 1, 5 do
      done = pcall(whatsapp.send_template, {
        to = contact.wa_id,
        template_name = "season_opening",
        language = "en",
        components = {
          { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
        },
      })
      if done then
        break
      end
    end
    table.insert(done and report.delivered or report.failed, contact.wa_id)
  end
end
return report
