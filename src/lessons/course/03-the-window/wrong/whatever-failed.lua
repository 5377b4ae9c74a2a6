-- expects: closed-window-alone
local whatsapp = app.integrations.whatsapp
for _, to in ipairs({ "15551234567", "15550100117", "447700900142" }) do
  local id = whatsapp.send_message({ to = to, body = "We close at four." }).messages[1].id
  local started = os.time()
  while os.time() < started + 3 do
  end
  if whatsapp.get_message({ message_id = id }).messages[1].message_status == "failed" then
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
