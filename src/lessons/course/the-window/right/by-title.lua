-- The code found in the encoded response, contacts from last to first.
local wa = app.integrations.whatsapp
local people = wa.list_contacts().data
for i = #people, 1, -1 do
  local to = "+" .. people[i].wa_id
  local id = wa.send_message({ to = to, body = "We close at four today." }).messages[1].id
  local text
  for _ = 1, 20 do
    text = json.encode(wa.get_message({ message_id = id }))
    if text:find('"failed"', 1, true) or text:find('"delivered"', 1, true) then
      break
    end
  end
  if text:find("131047", 1, true) then
    wa.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
