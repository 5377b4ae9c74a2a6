-- Pauses that grow; no answer is asked for before the first of them.
local wa = app.integrations.whatsapp
local id = wa.send_template({ to = "15550100117", template_name = "hello_world", language = "en_US" }).messages[1].id
local begun, pause, status = os.time(), 1, nil
repeat
  local from = os.time()
  while os.time() - from < pause do
  end
  pause = pause * 2
  status = wa.get_message({ message_id = id }).messages[1].message_status
  print(os.time() - begun, status)
until status == "read" or status == "failed" or os.time() - begun > 60
return status
