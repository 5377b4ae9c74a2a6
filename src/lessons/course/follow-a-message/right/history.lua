-- Notes every change of the status, and returns more than it has to.
local whatsapp = app.integrations.whatsapp.default
local final = { read = true, failed = true }
local person = whatsapp.list_contacts().data[1]
local sent = whatsapp.send_template({ to = "+" .. person.wa_id, template_name = "hello_world", language = "en_US" })
local history, looks = { sent.messages[1].message_status }, 0
while not final[history[#history]] and looks < 40 do
  looks = looks + 1
  local ok, result = pcall(whatsapp.get_message, { message_id = sent.messages[1].id })
  local now = ok and result.messages[1].message_status
  if now and now ~= history[#history] then
    table.insert(history, now)
  end
end
local status = history[#history]
return { id = sent.messages[1].id, status = status, look_again = final[status] == nil, history = history }
