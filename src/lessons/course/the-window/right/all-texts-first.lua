-- All texts first, then rounds of looks at those that are still undecided.
local wa = app.integrations.whatsapp
local ids = {}
for _, c in ipairs(wa.list_contacts({ limit = 100 }).data) do
  ids[c.wa_id] = wa.send_message({ to = c.wa_id, body = "We close at four today." }).messages[1].id
end
for _ = 1, 25 do
  for to, id in pairs(ids) do
    local m = wa.get_message({ message_id = id }).messages[1]
    for _, e in ipairs(m.errors or {}) do
      if e.code == 131047 then
        print("window closed for", to)
        wa.send_template({ to = to, template_name = "hello_world", language = "en_US", components = {} })
      end
    end
    if m.message_status ~= "accepted" and m.message_status ~= "sent" then
      ids[to] = nil
    end
  end
end
