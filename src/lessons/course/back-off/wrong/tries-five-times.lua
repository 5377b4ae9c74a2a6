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
  local ok, code
  for _ = 1, 5 do
    ok, code = send(contact.wa_id)
    if code ~= 130429 and code ~= 131057 then
      break
    end
  end
  table.insert(report[ok and "sent" or "failed"], contact.wa_id)
end
return report
