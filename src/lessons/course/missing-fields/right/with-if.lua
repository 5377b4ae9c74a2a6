local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for i = #page.data, 1, -1 do
  local contact = page.data[i]
  local text
  if contact.profile_name == nil then
    text = "Hello there!"
  else
    text = string.format("Hello %s!", contact.profile_name)
  end
  print(i, text)
  whatsapp.send_message({ to = "+" .. contact.wa_id, body = text, preview_url = false })
end
