-- Prints every look, counts down, and builds the result field by field.
local wa = app.integrations.whatsapp
local result = {}
for i, contact in ipairs(wa.list_contacts().data) do
  if i == 1 then
    result.id = wa.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" }).messages[1].id
  end
end
local left = 40
repeat
  local message = wa.get_message({ message_id = result.id }).messages[1]
  result.status, left = message.message_status, left - 1
  print(left, result.status)
until result.status == "read" or message.errors or left == 0
result.look_again = result.status == "sent" or result.status == "delivered"
return result
