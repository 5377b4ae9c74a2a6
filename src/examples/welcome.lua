-- Welcome! This script runs in your browser against a simulated WhatsApp. Press Run.
local whatsapp = app.integrations.whatsapp

local me = whatsapp.get_current_user()
print("Hello, " .. me.name .. ". These templates are ready to send:")

for _, template in ipairs(whatsapp.list_templates({ limit = 50 }).data) do
  if template.status == "APPROVED" then
    print("  " .. template.name .. " [" .. template.language .. "]")
  end
end

-- Nobody's phone rings: mock mode is on. Every call shows up beside the console.
local sent = whatsapp.send_message({
  to = "15551234567",
  body = "Hello from Lua!",
})
print("Sent as " .. sent.messages[1].id)

-- What a script returns is its result; tables can be unfolded in the console.
return sent
