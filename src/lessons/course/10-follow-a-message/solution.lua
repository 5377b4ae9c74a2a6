local whatsapp = app.integrations.whatsapp

local function wait(seconds)
  local started = os.time()
  while os.time() < started + seconds do
  end
end

local sent =
  whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })
local id = sent.messages[1].id
local status

for _ = 1, 15 do
  wait(4)
  status = whatsapp.get_message({ message_id = id }).messages[1].message_status
  if status == "read" or status == "failed" then
    break
  end
end

return status
