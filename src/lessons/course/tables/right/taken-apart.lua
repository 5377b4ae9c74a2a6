local contact = app.integrations.whatsapp.list_contacts().data[1]
contact.named = contact.profile_name ~= nil
contact.to, contact.wa_id = contact.wa_id, nil
contact.name, contact.profile_name = contact.profile_name, nil
return contact
