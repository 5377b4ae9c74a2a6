-- Notes every change of the status, and returns more than it has to.
local whatsapp = app.integrations.whatsapp.default
local final = { read = true, failed = true }
local sent = whatsapp.send_template({ to = "+15550100117", template_name = "hello_world", language = "en_US" })
local history = { sent.messages[1].message_status }
local deadline = os.time() + 60
while not final[history[#history]] and os.time() < deadline do
  local until_then = os.time() + 5
  while os.time() < until_then do
  end
  local ok, answer = pcall(whatsapp.get_message, { message_id = sent.messages[1].id })
  local now = ok and answer.messages[1].message_status
  if now and now ~= history[#history] then
    table.insert(history, now)
  end
end
return history[#history], history
