-- Given: a list of tables, each with a field wa_id. It may be empty.
local people = app.integrations.whatsapp.list_contacts().data

local ends = {}

if #people > 0 then
  ends[1] = people[1].wa_id
  ends[2] = people[#people].wa_id
end

return ends
