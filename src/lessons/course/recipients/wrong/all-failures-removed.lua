-- expects: remove
local whatsapp = app.integrations.whatsapp
local report, ids = { reached = {}, remove = {}, later = {} }, {}
for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if contact.wa_id ~= "447700900318" then
    local sent = whatsapp.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" })
    ids[#ids + 1] = { to = contact.wa_id, id = sent.messages[1].id }
  end
end
for _, entry in ipairs(ids) do
  local message
  for _ = 1, 20 do
    message = whatsapp.get_message({ message_id = entry.id }).messages[1]
  end
  table.insert(message.message_status == "failed" and report.remove or report.reached, entry.to)
end
return report
