-- Sends to each page before it asks for the next, with waits of 1, 2, 4 and 8 seconds; then prints what it did.
local wa = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true, ["33639980190"] = true }
local status, ids = {}, {}
local function sleep(n)
  local t = os.time()
  repeat
  until os.time() >= t + n
end
local function send(to, name)
  local components = { { type = "body", parameters = { { type = "text", text = name } } } }
  local ok, answer
  for try = 0, 4 do
    ok, answer = pcall(wa.send_template, { to = to, template_name = "season_opening", language = "en", components = components })
    if ok or not answer:find("(#130429)", 1, true) then
      break
    end
    if try < 4 then
      sleep(2 ^ try)
    end
  end
  if ok then
    ids[to] = answer.messages[1].id
  else
    status[to] = answer:find("Failed to connect") and "unknown" or "failed"
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
sleep(5)
for to, id in pairs(ids) do
  status[to] = wa.get_message({ message_id = id }).messages[1].message_status == "failed" and "failed" or "delivered"
end
local report = { delivered = {}, failed = {}, unknown = {} }
for to, list in pairs(status) do
  table.insert(report[list], to)
end
print(report)
return report
