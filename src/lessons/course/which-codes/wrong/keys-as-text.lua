-- expects: report
local whatsapp = app.integrations.whatsapp
local report = { sent = {}, later = {}, never = {} }
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, problem = pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  local code = ok or tonumber(problem:match("%(#(%d+)%)"))
  local passes = { ["4"] = true, ["130429"] = true, ["131000"] = true, ["131016"] = true, ["131056"] = true, ["131057"] = true }
  table.insert(report[ok and "sent" or passes[code] and "later" or "never"], contact.wa_id)
end
return report
