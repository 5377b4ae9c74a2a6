local whatsapp = app.integrations.whatsapp

local RETRYABLE = {
  [4] = true,
  [130429] = true,
  [131000] = true,
  [131016] = true,
  [131056] = true,
  [131057] = true,
}
local report = { sent = {}, later = {}, never = {} }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local template = {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  }
  local ok, problem = pcall(whatsapp.send_template, template)
  local list = "sent"
  if not ok then
    local code = tonumber(problem:match("%(#(%d+)%)"))
    list = RETRYABLE[code] and "later" or "never"
  end
  table.insert(report[list], contact.wa_id)
end

return report
