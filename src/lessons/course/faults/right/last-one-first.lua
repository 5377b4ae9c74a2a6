local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local page
report.listed = xpcall(function()
  page = whatsapp.list_contacts({ limit = 100 })
end, print)
local people = page and page.data or {}
for i = #people, 1, -1 do
  local sent, result = send(people[i])
  local list = sent and report.sent or report.failed
  list[#list + 1] = people[i].wa_id
  print(people[i].wa_id, sent, not sent and result or "")
end
return report
