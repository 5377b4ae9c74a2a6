-- expects: looks
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
    local id, message = send(to), nil
    for _ = 1, 30 do
      message = wa.get_message({ message_id = id }).messages[1]
    end
    local code = message.errors and message.errors[1].code
    table.insert(not code and report.reached or (code == 131050 or code == 131026 or code == 130403) and report.remove or report.later, to)
  end
end
return report
