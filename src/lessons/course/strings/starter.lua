-- Given: a list of tables with a string in wa_id, of various lengths.
local people = app.integrations.whatsapp.list_contacts().data

local masked = {}

for _, contact in ipairs(people) do
  table.insert(masked, contact.wa_id)
end

return masked
