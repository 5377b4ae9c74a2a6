-- expects: lists
local wa = app.integrations.whatsapp
local tries = json.decode(wa.list_templates().data[1].components[1].text).tries
local report = { sent = {}, later = {}, failed = {} }
local busy = false
local function send(to)
  local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  return ok, ok or tonumber(problem:match("%(#(%d+)%)"))
end
for _, contact in ipairs(wa.list_contacts().data) do
  if busy then
    table.insert(report.later, contact.wa_id)
  else
    local ok, code = send(contact.wa_id)
    busy = code == 130429 or code == 131057
    if ok or not busy then
      table.insert(ok and report.sent or report.failed, contact.wa_id)
    end
  end
end
report.again_in = busy and 2 ^ (tries + 1) or nil
return report
