local contacts = app.integrations.whatsapp.list_contacts().data
local host = contacts[1].profile_name
local guests = #contacts
tables = (guests - guests % 4) // 4
waiting = math.tointeger(math.fmod(guests, 4))
text = host .. ": "
text = text .. tables .. " full tables, "
return text .. waiting .. " waiting", "and more"
