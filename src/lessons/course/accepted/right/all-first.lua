-- All texts first, then all looks, with a table of statuses that are decided.
local wa = app.integrations.whatsapp.default
local decided = { delivered = true, read = true, failed = true }
local ids, failed = {}, {}
for _, c in ipairs(wa.list_contacts({ limit = 50 }).data) do
  ids[c.wa_id] = wa.send_message({ to = "+" .. c.wa_id, body = "We open at nine." }).messages[1].id
end
for to, id in pairs(ids) do
  local message
  for _ = 1, 30 do
    message = wa.get_message({ message_id = id }).messages[1]
    if decided[message.message_status] then
      break
    end
  end
  failed[to] = message.message_status
end
return failed
