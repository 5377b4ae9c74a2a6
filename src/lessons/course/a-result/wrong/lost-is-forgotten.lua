-- expects: unknown
local wa = app.integrations.whatsapp
local page = wa.list_contacts({ limit = 5 })
local report = { sent = 0, failed = {}, unknown = {} }
report.more = page.paging ~= nil and page.paging.next ~= nil
local function try(to)
  local ok, problem = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  return ok, problem, not ok and tonumber(problem:match("%(#(%d+)%)")) or nil
end
for _, contact in ipairs(page.data) do
  local to = contact.wa_id
  local ok, problem, code = try(to)
  local lost = not ok and problem:find("Failed to connect", 1, true)
  if ok then
    report.sent = report.sent + 1
  elseif not lost then
    table.insert(report.failed, { to = to, code = code })
  end
end
return report
