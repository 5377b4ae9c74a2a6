local whatsapp = app.integrations.whatsapp

-- Who asked you to stop.
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local REMOVE = { [131050] = true, [131026] = true, [130403] = true }
local report = { reached = {}, remove = {}, later = {} }

local function fate(id)
  local message
  for _ = 1, 20 do
    message = whatsapp.get_message({ message_id = id }).messages[1]
    if message.message_status ~= "accepted" and message.message_status ~= "sent" then
      break
    end
  end
  return message
end

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local to = contact.wa_id
  if not opted_out[to] then
    local sent = whatsapp.send_template({ to = to, template_name = "tasting", language = "en" })
    local message = fate(sent.messages[1].id)
    if not message.errors then
      table.insert(report.reached, to)
    else
      table.insert(REMOVE[message.errors[1].code] and report.remove or report.later, to)
    end
  end
end

return report
