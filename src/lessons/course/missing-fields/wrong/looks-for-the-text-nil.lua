-- expects: greeting
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  local name = tostring(contact.profile_name)
  name = name:gsub("nil", "there")
  if name == "there" or not contact.profile_name then
    name = "there"
  end
  whatsapp.send_message({ to = contact.wa_id, body = "Hello, " .. name .. "!" })
end
