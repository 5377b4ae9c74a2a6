-- An agent runs scripts like this one. Press Run to message Maya.
-- WhatsApp is simulated here, so nobody's phone rings.
local whatsapp = app.integrations.whatsapp

local me = whatsapp.get_current_user()
print("Hello, " .. me.name .. "!")

local sent = whatsapp.send_message({
  to = "15551234567", -- Maya
  body = "Hello from Lua!",
})
print("Sent as " .. sent.messages[1].id)

-- The agent reads what the script prints and returns.
return sent
