local whatsapp = app.integrations.whatsapp

local report = { accepted = {}, later = {}, failed = {}, unknown = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local name = { type = "text", text = contact.profile_name or "there" }
  local sent = whatsapp.send_template({
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = { { type = "body", parameters = { name } } },
  })
  table.insert(report.accepted, {
    to = contact.wa_id,
    id = sent.messages[1].id,
  })
end

return report
