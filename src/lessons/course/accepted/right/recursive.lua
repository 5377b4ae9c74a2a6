-- A function that calls itself; numbers in the result.
local wa = app.integrations.whatsapp
local function fate(id)
  local status = wa.get_message({ message_id = id }).messages[1].message_status
  return (status == "accepted" or status == "sent") and fate(id) or status
end
local failed = {}
for _, c in ipairs(wa.list_contacts().data) do
  local answer = wa.send_message({ to = c.wa_id, body = "We open at nine." })
  if fate(answer.messages[1].id) == "failed" then
    failed[#failed + 1] = math.tointeger(c.wa_id)
  end
end
return failed
