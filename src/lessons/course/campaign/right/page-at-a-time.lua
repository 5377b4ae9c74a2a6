-- Sends to each page before it asks for the next; then prints what it did.
local wa = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true, ["33639980190"] = true }
local status, ids, busy = {}, {}, false
local function send(to, name)
  if busy then
    status[to] = "later"
    return
  end
  local components = { { type = "body", parameters = { { type = "text", text = name } } } }
  local ok, result =
    pcall(wa.send_template, { to = to, template_name = "season_opening", language = "en", components = components })
  busy = not ok and result:find("(#130429)", 1, true) ~= nil
  if ok then
    ids[to] = result.messages[1].id
  else
    status[to] = result:find("Failed to connect") and "unknown" or busy and "later" or "failed"
  end
end
local after
while true do
  local page = wa.list_contacts({ limit = 5, after = after })
  for _, person in ipairs(page.data) do
    if not opted_out[person.wa_id] then
      send(person.wa_id, person.profile_name or "there")
    end
  end
  if not (page.paging and page.paging.next) then
    break
  end
  after = page.paging.cursors.after
end
for _ = 1, 20 do
  for to, id in pairs(ids) do
    local now = wa.get_message({ message_id = id }).messages[1].message_status
    if now ~= "accepted" and now ~= "sent" then
      status[to], ids[to] = now == "failed" and "failed" or "delivered", nil
    end
  end
end
local report = { delivered = {}, failed = {}, unknown = {}, later = {} }
for to, list in pairs(status) do
  table.insert(report[list], to)
end
print(report)
return report
