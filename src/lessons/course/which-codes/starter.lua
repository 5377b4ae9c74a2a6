local whatsapp = app.integrations.whatsapp

local RETRYABLE = { [130429] = true }
local report = { sent = {}, later = {}, never = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local template = {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  }
  local ok, problem = pcall(whatsapp.send_template, template)
  table.insert(ok and report.sent or report.later, contact.wa_id)
end

return report
