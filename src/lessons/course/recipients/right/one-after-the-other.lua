-- Follows each message right after its send; codes in one table that says what follows.
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local so = { [131050] = "remove", [131026] = "remove", [130403] = "remove", [130472] = "later", [131049] = "later" }
local report = { reached = {}, remove = {}, later = {} }
for _, contact in ipairs(wa.list_contacts({ limit = 100 }).data) do
  local to = contact.wa_id
  if opted_out[to] then
    goto continue
  end
  do
    local id = wa.send_template({ to = to, template_name = "tasting", language = "en" }).messages[1].id
    local message, looks = nil, 0
    repeat
      message, looks = wa.get_message({ message_id = id }).messages[1], looks + 1
    until message.message_status ~= "accepted" and message.message_status ~= "sent" or looks == 20
    local list = "reached"
    if message.errors then
      list = so[message.errors[1].code] or "later"
    end
    print(to, list)
    table.insert(report[list], 1, to)
  end
  ::continue::
end
return report
