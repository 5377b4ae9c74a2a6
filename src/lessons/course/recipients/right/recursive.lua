-- Looks by a function that calls itself; contacts from last to first; numbers in the lists.
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local function fate(id, left)
  local message = wa.get_message({ message_id = id }).messages[1]
  local open = message.message_status == "accepted" or message.message_status == "sent"
  return open and left > 1 and fate(id, left - 1) or message
end
local lists = { reached = {}, remove = {}, later = {}, seen = 0 }
local all = wa.list_contacts().data
for i = #all, 1, -1 do
  local to = all[i].wa_id
  if opted_out[to] ~= true then
    local message = fate(wa.send_template({ to = "+" .. to, template_name = "tasting", language = "en" }).messages[1].id, 20)
    local code = message.errors and message.errors[1].code
    local name = code == nil and "reached" or (code == 130472 or code == 131049) and "later" or "remove"
    table.insert(lists[name], math.tointeger(to))
    lists.seen = lists.seen + 1
  end
end
return lists
