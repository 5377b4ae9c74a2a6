local whatsapp = app.integrations.whatsapp

local UNWANTED = { [131049] = true, [131050] = true }
local contacts = whatsapp.list_contacts().data

local function send(contact)
  local template = { to = contact.wa_id, template_name = "tasting", language = "en" }
  return whatsapp.send_template(template).messages[1].id
end

local function is_unwanted(id)
  local message
  repeat
    message = whatsapp.get_message({ message_id = id }).messages[1]
  until message.message_status ~= "accepted" and message.message_status ~= "sent"
  return message.errors and UNWANTED[message.errors[1].code]
end

local unwanted = 0
for i = 1, 5 do
  if is_unwanted(send(contacts[i])) then
    unwanted = unwanted + 1
  end
end

if unwanted >= 2 then
  return { sent = 5, stopped = true }
end

for i = 6, #contacts do
  send(contacts[i])
end

return { sent = #contacts, stopped = false }
