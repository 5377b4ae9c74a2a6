local whatsapp = app.integrations.whatsapp

-- Who asked you to stop.
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local report = { reached = {}, remove = {}, later = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "tasting",
    language = "en",
  })
  table.insert(report.reached, contact.wa_id)
end

return report
