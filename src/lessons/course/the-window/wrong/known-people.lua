-- expects: everybody
local whatsapp = app.integrations.whatsapp
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  whatsapp.send_message({ to = to, body = "We close at four today." })
end
