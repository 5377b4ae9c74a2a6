-- expects: opted-out
local whatsapp = app.integrations.whatsapp
local report = { delivered = {}, failed = {}, unknown = {}, later = {} }
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  local ok = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = {
      { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
    },
  })
  table.insert(ok and report.delivered or report.failed, contact.wa_id)
end
return report
