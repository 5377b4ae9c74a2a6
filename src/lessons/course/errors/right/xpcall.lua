-- xpcall, whose handler makes the code of the message; floats in the list.
local function send(to)
  return app.integrations.whatsapp.default.send_message({ to = "+" .. to, body = "Your order is on its way." })
end
local codes = {}
local function note(message)
  codes[#codes + 1] = tonumber(string.match(message, "#(%d+)")) + 0.0
end
for _, contact in ipairs(app.integrations.whatsapp.list_contacts().data) do
  xpcall(send, note, contact.wa_id)
end
return codes
