-- expects: all
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

local contact = page.data[1]
if contact then
  whatsapp.send_message({ to = contact.wa_id, body = "Hello " .. (contact.profile_name or "there") .. "!" })
end
