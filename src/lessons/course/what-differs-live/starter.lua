local whatsapp = app.integrations.whatsapp

-- Your own list, for a world without list_contacts.
local known = { "447700900101", "447700900102", "447700900103" }

local ids = {}

for _, to in ipairs(known) do
  local sent = whatsapp.send_template({
    to = to,
    template_name = "hello_world",
    language = "en_US",
  })
  table.insert(ids, sent.messages[1].id)
end

return { source = "known", ids = ids }
