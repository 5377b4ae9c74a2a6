-- expects: tries
local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

pcall(function()
  local page = whatsapp.list_contacts({ limit = 100 })
  report.listed = true
  for _, contact in ipairs(page.data) do
    whatsapp.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
    table.insert(report.sent, contact.wa_id)
  end
end)
return report
