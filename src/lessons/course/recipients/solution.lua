local whatsapp = app.integrations.whatsapp

local opted_out = { ["447700900318"] = true }
local REMOVE = { [131050] = true, [131026] = true, [130403] = true }

local report = { reached = {}, remove = {}, later = {} }
local ids = {}

-- Returns the message as soon as its status says more than that it is on its way.
local function look(id)
  local message
  for _ = 1, 20 do
    message = whatsapp.get_message({ message_id = id }).messages[1]
    if message.message_status ~= "accepted" and message.message_status ~= "sent" then
      break
    end
  end
  return message
end

for _, contact in ipairs(whatsapp.list_contacts({ limit = 100 }).data) do
  if not opted_out[contact.wa_id] then
    local sent =
      whatsapp.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" })
    ids[#ids + 1] = { to = contact.wa_id, id = sent.messages[1].id }
  end
end

for _, entry in ipairs(ids) do
  local message = look(entry.id)
  if message.message_status ~= "failed" then
    table.insert(report.reached, entry.to)
  elseif REMOVE[message.errors[1].code] then
    table.insert(report.remove, entry.to)
  else
    table.insert(report.later, entry.to)
  end
end

return report
