-- expects: template
local whatsapp = app.integrations.whatsapp
local contact = whatsapp.list_contacts({ limit = 1 }).data[1]
local parameters = { { type = "text", text = contact.profile_name }, { type = "text", text = "6 pm" } }
whatsapp.send_message({ to = contact.wa_id, body = contact.profile_name .. ", your tea waits until 6 pm." })
