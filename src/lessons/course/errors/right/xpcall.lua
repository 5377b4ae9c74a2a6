-- xpcall, whose handler makes the code of the message.
local function send(to)
  return app.integrations.whatsapp.default.send_message({ to = to, body = "Your order is on its way." })
end
local codes = {}
local function note(message)
  codes[#codes + 1] = tonumber(string.match(message, "#(%d+)"))
end
xpcall(send, note, "15551234567")
xpcall(send, note, "447700900142")
xpcall(send, note, "33639980123")
return codes
