-- All texts first, then rounds of looks at those that are still undecided.
local wa = app.integrations.whatsapp
local ids = {}
for _, to in ipairs({ "447700900142", "15550100117", "15551234567" }) do
  ids[to] = wa.send_message({ to = to, body = "Closing at four!" }).messages[1].id
end
for _ = 1, 15 do
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
