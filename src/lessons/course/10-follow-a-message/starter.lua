local whatsapp = app.integrations.whatsapp

local function wait(seconds)
  local started = os.time()
  while os.time() < started + seconds do
  end
end

local sent =
  whatsapp.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" })

wait(1)
return sent.messages[1].message_status
