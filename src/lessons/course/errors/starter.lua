local whatsapp = app.integrations.whatsapp

local people = { "15551234567", "447700900142", "33639980123" }
local codes = {}

for _, to in ipairs(people) do
  whatsapp.send_message({ to = to, body = "Your order is on its way." })
end

return codes
