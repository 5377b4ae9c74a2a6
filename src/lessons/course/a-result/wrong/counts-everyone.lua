-- expects: sent
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 5 })
local report = { sent = #page.data, failed = {}, more = page.paging.next ~= nil }
for _, contact in ipairs(page.data) do
  local ok, problem =
    pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  if not ok then
    table.insert(report.failed, { to = contact.wa_id, code = tonumber(problem:match("%(#(%d+)%)")) })
  end
end
return report
