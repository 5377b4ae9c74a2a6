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
  local ok, code, wait = nil, nil, 2
  repeat
    ok, code = send(contact.wa_id)
    local passes = code == 130429 or code == 131057
    local until_then = os.time() + wait
    while passes and os.time() < until_then do
    end
    wait = wait * 2
  until not passes or wait > 20
  table.insert(report[ok and "sent" or "failed"], contact.wa_id)
end
return report
