local people = app.integrations.whatsapp.list_contacts().data
local ids = {}
for i = 1, #people do
  ids[i] = tostring(people[i].wa_id)
end
return #ids == 0 and {} or { (table.unpack(ids)), (select(#ids, table.unpack(ids))) }
