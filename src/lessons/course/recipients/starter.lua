local whatsapp = app.integrations.whatsapp

local opted_out = { ["447700900318"] = true }
local REMOVE = { [131050] = true, [131026] = true, [130403] = true }

local report = { reached = {}, remove = {}, later = {} }

for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  whatsapp.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" })
  table.insert(report.reached, contact.wa_id)
end

return report
