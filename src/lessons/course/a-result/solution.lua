local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_contacts({ limit = 5 })
local report = { sent = 0, failed = {}, unknown = {} }
report.more = page.paging ~= nil and page.paging.next ~= nil

for _, contact in ipairs(page.data) do
  local to = contact.wa_id
  local template = { to = to, template_name = "hello_world", language = "en_US" }
  local ok, problem = pcall(whatsapp.send_template, template)
  if ok then
    report.sent = report.sent + 1
  elseif problem:find("Failed to connect") then
    table.insert(report.unknown, to)
  else
    local code = tonumber(problem:match("%(#(%d+)%)"))
    table.insert(report.failed, { to = to, code = code })
  end
end

return report
