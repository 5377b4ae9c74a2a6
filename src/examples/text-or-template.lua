-- Prefer a text; where it cannot be delivered, fall back to a template.
-- Mock mode only, since it looks messages up with get_message.
local whatsapp = app.integrations.whatsapp

local WINDOW_CLOSED = 131047

-- The refusal comes as a status, shortly after the message was accepted.
local function window_closed(id)
  for _ = 1, 40 do
    local message = whatsapp.get_message({ message_id = id }).messages[1]
    if message.message_status == "failed" then
      return message.errors[1].code == WINDOW_CLOSED
    elseif message.message_status ~= "accepted" and message.message_status ~= "sent" then
      return false
    end
  end
  return false
end

local function notify(to, order, state)
  local sent = whatsapp.send_message({ to = to, body = order .. " is " .. state .. "." })
  if not window_closed(sent.messages[1].id) then
    return "text"
  end
  whatsapp.send_template({
    to = to,
    template_name = "order_update",
    language = "en",
    components = {
      { type = "body", parameters = { { type = "text", text = order }, { type = "text", text = state } } },
    },
  })
  return "template"
end

-- The first wrote to us lately, the second never did.
for _, to in ipairs({ "15551234567", "15557654321" }) do
  print(to .. " was told by " .. notify(to, "Order #20418", "ready for collection"))
end
