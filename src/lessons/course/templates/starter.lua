local whatsapp = app.integrations.whatsapp

local contact = whatsapp.list_contacts().data[1]

print("The first contact is " .. contact.profile_name)
-- Send the template pickup_note now.
