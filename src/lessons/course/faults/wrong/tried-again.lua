-- expects: tries
local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
if ok then
  report.listed = true
  for _, contact in ipairs(page.data) do
    table.insert((send(contact) or send(contact)) and report.sent or report.failed, contact.wa_id)
  end
end
return report
