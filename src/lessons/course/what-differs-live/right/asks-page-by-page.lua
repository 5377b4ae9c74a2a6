local whatsapp = app.integrations.whatsapp
local known = { "447700900101", "447700900102", "447700900103" }
local ids = {}
local function send(to)
  local sent = whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  table.insert(ids, sent.messages[1].id)
end

local people, cursor = {}, nil
local ok = pcall(function()
  repeat
    local page = whatsapp.list_contacts({ limit = 2, after = cursor })
    for _, contact in ipairs(page.data) do
      people[#people + 1] = contact.wa_id
    end
    cursor = page.paging and page.paging.next and page.paging.cursors.after
  until not cursor
end)
local source = "contacts"
if not ok then
  people, source = known, "known"
end
for _, to in ipairs(people) do
  send(to)
end
print(#ids)
return { source = source, ids = ids }
