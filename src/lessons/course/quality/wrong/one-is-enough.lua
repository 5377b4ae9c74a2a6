-- expects: trial
local wa = app.integrations.whatsapp
local contacts, count, sent = wa.list_contacts().data, 0, 0
local function send(contact)
  sent = sent + 1
  return wa.send_template({ to = contact.wa_id, template_name = "tasting", language = "en" }).messages[1].id
end
local function fate(id)
  local m
  repeat
    m = wa.get_message({ message_id = id }).messages[1]
  until m.message_status ~= "accepted" and m.message_status ~= "sent"
  return m
end
for i = 1, 5 do
  local m = fate(send(contacts[i]))
  if m.errors and (m.errors[1].code == 131049 or m.errors[1].code == 131050) then
    return { sent = sent, stopped = true }
  end
end
for i = 6, #contacts do
  send(contacts[i])
end
return { sent = sent, stopped = false }
