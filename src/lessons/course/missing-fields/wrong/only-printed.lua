-- expects: all
local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  print("Hello " .. (contact.profile_name or "there") .. "!")
end
