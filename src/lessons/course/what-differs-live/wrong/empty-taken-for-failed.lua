-- expects: only
local whatsapp = app.integrations.whatsapp
local known = { "447700900101", "447700900102", "447700900103" }
local ids = {}
local function send(to)
  local sent = whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  table.insert(ids, sent.messages[1].id)
end

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
if ok and #page.data > 0 then
  for _, contact in ipairs(page.data) do
    send(contact.wa_id)
  end
  return { source = "contacts", ids = ids }
end
for _, to in ipairs(known) do
  send(to)
end
return { source = "known", ids = ids }
