local whatsapp = app.integrations.whatsapp

local FINAL = { read = true, failed = true }

local to = whatsapp.list_contacts().data[1].wa_id
local sent = whatsapp.send_template({
  to = to,
  template_name = "hello_world",
  language = "en_US",
})
local id = sent.messages[1].id
local status

for _ = 1, 40 do
  status = whatsapp.get_message({ message_id = id }).messages[1].message_status
  if FINAL[status] then
    break
  end
end

return { id = id, status = status, look_again = not FINAL[status] }
