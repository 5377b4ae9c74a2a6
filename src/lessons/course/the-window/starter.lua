local whatsapp = app.integrations.whatsapp

local people = { "15551234567", "15550100117", "447700900142" }

for _, to in ipairs(people) do
  whatsapp.send_message({ to = to, body = "We close at four today." })
end
