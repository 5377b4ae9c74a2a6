-- From the last contact to the first, with while.
local wa = app.integrations.whatsapp
local people = wa.list_contacts().data
local out = {}
for i = #people, 1, -1 do
  local id = wa.send_message({ to = people[i].wa_id, body = "We open at nine." }).messages[1].id
  local m = { message_status = "accepted" }
  while m.message_status == "accepted" or m.message_status == "sent" do
    m = wa.get_message({ message_id = id }).messages[1]
  end
  out[people[i].wa_id] = m.message_status
end
return out
