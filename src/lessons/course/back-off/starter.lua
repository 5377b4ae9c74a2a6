local whatsapp = app.integrations.whatsapp

-- What the agent passes: tries is how many runs have tried already.
local input = whatsapp.list_templates().data[1].components[1].text
local tries = json.decode(input).tries

local report = { sent = {}, later = {}, failed = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  whatsapp.send_template({
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  table.insert(report.sent, contact.wa_id)
end

return report
