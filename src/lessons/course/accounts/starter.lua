local whatsapp = app.integrations.whatsapp

local to = whatsapp.list_contacts().data[1].wa_id

local user = whatsapp.get_current_user()
whatsapp.send_message({
  to = to,
  body = "Thank you for writing! " .. user.name,
})
