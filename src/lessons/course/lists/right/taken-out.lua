local people = app.integrations.whatsapp.list_contacts().data
local first = people[1]
local last = table.remove(people)
return first and last and { first.wa_id, last.wa_id } or {}
