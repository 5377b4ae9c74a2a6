-- expects: patient
local wa = app.integrations.whatsapp
local tries = json.decode(wa.list_templates().data[1].components[1].text).tries
local report = { sent = {}, later = {}, failed = {} }
local busy = false
local function send(to)
  local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  return ok, ok or tonumber(problem:match("%(#(%d+)%)"))
end
for _, contact in ipairs(wa.list_contacts().data) do
  local list = "later"
  if not busy then
    local ok = send(contact.wa_id)
    busy = not ok
    list = ok and "sent" or "later"
  end
  table.insert(report[list], contact.wa_id)
end
report.again_in = busy and 2 ^ (tries + 1) or nil
return report
