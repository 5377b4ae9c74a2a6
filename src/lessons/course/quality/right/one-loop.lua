-- One loop, in which the sixth contact is where the decision falls; looks after the fifth send.
local wa = app.integrations.whatsapp
local ids, sent = {}, 0
local function unwanted()
  local count = 0
  for _, id in ipairs(ids) do
    local m
    for _ = 1, 25 do
      m = wa.get_message({ message_id = id }).messages[1]
      if m.errors or m.message_status == "delivered" or m.message_status == "read" then
        break
      end
    end
    local code = m.errors and m.errors[1].code
    count = count + ((code == 131049 or code == 131050) and 1 or 0)
  end
  return count
end
for i, c in ipairs(wa.list_contacts().data) do
  if i == 6 and unwanted() > 1 then
    return { sent = sent, stopped = true }
  end
  local response = wa.send_template({ to = c.wa_id, template_name = "tasting", language = "en" })
  ids[i] = i < 6 and response.messages[1].id or nil
  sent = sent + 1
end
return { stopped = false, sent = sent }
