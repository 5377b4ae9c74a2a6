local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
local full = math.floor(guests / 4)
print(full)
return table.concat({ host, ": ", full, " full tables, ", guests - full * 4, " waiting" })
