local whatsapp = app.integrations.whatsapp

-- The ledger: who got the message in an earlier run.
local done = {
  ["447700900007"] = true,
  ["447700900042"] = true,
  ["447700900123"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local report = { sent = {}, unknown = {}, failed = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  table.insert(report.sent, contact.wa_id)
end

return report
