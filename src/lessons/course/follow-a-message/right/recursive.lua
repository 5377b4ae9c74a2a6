-- A function that calls itself until the status is final or its looks are used up.
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
local id = wa.send_template({ to = to, template_name = "hello_world", language = "en_US" }).messages[1].id
local function follow(looks)
  local status = wa.get_message({ message_id = id }).messages[1].message_status
  local over = status == "read" or status == "failed"
  if over or looks == 1 then
    return { status = status, look_again = not over, id = id }
  end
  return follow(looks - 1)
end
return follow(40)
