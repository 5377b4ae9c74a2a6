-- Given: a name and a number. Later lessons explain these three lines.
local contacts = app.integrations.whatsapp.list_contacts().data
local host = tostring(contacts[1].profile_name)
local guests = #contacts

local tables = guests // 4
local waiting = guests % 4

return host .. ": " .. tables .. " full tables, " .. waiting .. " waiting"
