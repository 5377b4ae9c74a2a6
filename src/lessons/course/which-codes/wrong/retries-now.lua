-- expects: each-once
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, later = {}, never = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, problem = pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  local code = ok or tonumber(problem:match("%(#(%d+)%)"))
  if code == 130429 or code == 131000 or code == 4 then
    ok = pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  end
  table.insert(report[ok and "sent" or "never"], contact.wa_id)
end
return report
