local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_contacts({ limit = 100 })

for _, contact in ipairs(page.data) do
  -- Greet the contact here.
  print(contact.wa_id, contact.profile_name)
end
