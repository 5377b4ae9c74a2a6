-- expects: report
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local report = { reached = {}, remove = {}, later = {} }
local function fate(id)
  local message
  for _ = 1, 20 do
    message = wa.get_message({ message_id = id }).messages[1]
    if message.message_status ~= "accepted" and message.message_status ~= "sent" then
      break
    end
  end
  return message
end
local function send(to)
  return wa.send_template({ to = to, template_name = "tasting", language = "en" }).messages[1].id
end
for _, contact in ipairs(wa.list_contacts().data) do
  local to = contact.wa_id
  if not opted_out[to] then
    local message = wa.get_message({ message_id = send(to) }).messages[1]
    table.insert(message.errors and report.remove or report.reached, to)
  end
end
return report
