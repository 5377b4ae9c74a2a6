-- expects: look-again
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
local id = wa.send_template({ to = to, template_name = "hello_world", language = "en_US" }).messages[1].id
local status
for _ = 1, 40 do
  status = wa.get_message({ message_id = id }).messages[1].message_status
  if status == "read" or status == "failed" then
    break
  end
end
return { id = id, status = status, look_again = false }
