local whatsapp = app.integrations.whatsapp

-- Who asked you to stop.
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local people = {}

for _, contact in ipairs(whatsapp.list_contacts({ limit = 5 }).data) do
  table.insert(people, {
    to = contact.wa_id,
    name = contact.profile_name,
  })
end

return people
