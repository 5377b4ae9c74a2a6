local whatsapp = app.integrations.whatsapp

-- Your own list, for a world without list_contacts.
local known = { "447700900101", "447700900102", "447700900103" }

local people, source = known, "known"

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
if ok then
  people, source = {}, "contacts"
  for _, contact in ipairs(page.data) do
    table.insert(people, contact.wa_id)
  end
end

local ids = {}

for _, to in ipairs(people) do
  local sent = whatsapp.send_template({
    to = to,
    template_name = "hello_world",
    language = "en_US",
  })
  table.insert(ids, sent.messages[1].id)
end

return { source = source, ids = ids }
