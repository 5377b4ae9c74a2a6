local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
if ok then
  report.listed = true
  local left = page.data
  local walk = coroutine.wrap(function()
    for _, contact in ipairs(left) do
      coroutine.yield(contact)
    end
  end)
  for contact in walk do
    table.insert((send(contact)) and report.sent or report.failed, tonumber(contact.wa_id))
  end
end
assert(not ok or #report.sent + #report.failed == #page.data, "somebody is missing")
report.note = "done"
return report
