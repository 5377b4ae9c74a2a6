-- expects: survives
local wa = app.integrations.whatsapp
local report = { accepted = {}, later = {}, failed = {}, unknown = {} }
for _, contact in ipairs(wa.list_contacts().data) do
  local response = wa.send_template({
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = { { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } } },
  })
  table.insert(report.accepted, { to = contact.wa_id, id = response.messages[1].id })
end
return report
