-- Send a text, or a template where the window is closed.
-- Mock mode only: the real API can't look up messages.
local whatsapp = app.integrations.whatsapp

local WINDOW_CLOSED = 131047

-- A closed window shows up as a failure soon after the message is sent.
local function window_closed(id)
  for _ = 1, 40 do
    local response = whatsapp.get_message({ message_id = id })
    local message = response.messages[1]
    local status = message.message_status
    if status == "failed" then
      return message.errors[1].code == WINDOW_CLOSED
    elseif status ~= "accepted" and status ~= "sent" then
      return false
    end
  end
  return false
end

local function notify(to, order, state)
  local body = order .. " is " .. state .. "."
  local sent = whatsapp.send_message({ to = to, body = body })
  if not window_closed(sent.messages[1].id) then
    return "text"
  end
  whatsapp.send_template({
    to = to,
    template_name = "order_update",
    language = "en",
    components = {
      {
        type = "body",
        parameters = {
          { type = "text", text = order },
          { type = "text", text = state },
        },
      },
    },
  })
  return "template"
end

-- The first customer wrote to us today, the second never did.
for _, to in ipairs({ "15551234567", "15557654321" }) do
  local kind = notify(to, "Order #20418", "ready for collection")
  print(to .. " got a " .. kind)
end
