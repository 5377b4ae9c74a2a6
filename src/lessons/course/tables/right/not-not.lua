local contact = app.integrations.whatsapp.list_contacts().data[1]
return { named = not not contact.profile_name; name = contact.profile_name, ["to"] = contact.wa_id }
