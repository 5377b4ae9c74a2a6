-- Codes as text, in one string; from the last contact to the first.
local wa = app.integrations.whatsapp
local passes = " 4 130429 131000 131016 131056 131057 "
local report = { sent = {}, later = {}, never = {} }
local people = wa.list_contacts().data
for i = #people, 1, -1 do
  local ok, problem = pcall(wa.send_template, { to = people[i].wa_id, template_name = "hello_world", language = "en_US" })
  local code = ok or problem:match("%(#(%d+)%)")
  table.insert(ok and report.sent or passes:find(" " .. code .. " ", 1, true) and report.later or report.never, people[i].wa_id)
end
return report
