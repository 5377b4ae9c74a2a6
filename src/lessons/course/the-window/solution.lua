local whatsapp = app.integrations.whatsapp

local people = { "15551234567", "15550100117", "447700900142" }
local UNDECIDED = { accepted = true, sent = true }

local function window_was_closed(id)
  for _ = 1, 20 do
    local message = whatsapp.get_message({ message_id = id }).messages[1]
    if not UNDECIDED[message.message_status] then
      return message.message_status == "failed" and message.errors[1].code == 131047
    end
  end
  return false
end

for _, to in ipairs(people) do
  local sent = whatsapp.send_message({ to = to, body = "We close at four today." })
  if window_was_closed(sent.messages[1].id) then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
