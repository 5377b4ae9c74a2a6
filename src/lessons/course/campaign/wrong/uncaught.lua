-- expects: survives
local whatsapp = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true, ["33639980190"] = true }
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if not opted_out[contact.wa_id] then
    whatsapp.send_template({
      to = contact.wa_id,
      template_name = "season_opening",
      language = "en",
      components = {
        { type = "body", parameters = { { type = "text", text = contact.profile_name or "there" } } },
      },
    })
  end
end
return { delivered = {}, failed = {}, unknown = {}, later = {} }
