-- More fields than asked for, a float for the count.
local whatsapp = app.integrations.whatsapp.default
local page = whatsapp.list_contacts({ limit = 5 })
local report = { tried = #page.data, sent = 0.0, failed = {}, unknown = {}, more = false }
if page.paging and page.paging.next then
  report.more = true
  report.cursor = page.paging.cursors.after
end
for _, contact in pairs(page.data) do
  local ok, problem = pcall(whatsapp.send_template, {
    to = "+" .. contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
    components = {},
  })
  report.sent = report.sent + (ok and 1 or 0)
  local code = not ok and tonumber(problem:match("#(%d+)"))
  if code then
    report.failed[#report.failed + 1] = { to = contact.wa_id, code = code }
  elseif not ok then
    report.unknown[#report.unknown + 1] = contact.wa_id
  end
end
return report
