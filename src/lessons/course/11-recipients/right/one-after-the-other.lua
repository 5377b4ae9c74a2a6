-- Waits after each send and looks at once; codes in one table that says what follows.
local wa = app.integrations.whatsapp
local opted_out = { ["447700900318"] = true }
local so = { [131050] = "remove", [131026] = "remove", [130403] = "remove", [130472] = "later", [131049] = "later" }
local report = { reached = {}, remove = {}, later = {} }
for _, contact in ipairs(wa.list_contacts({ limit = 100 }).data) do
  local to = contact.wa_id
  if opted_out[to] then
    goto continue
  end
  do
    local id = wa.send_template({ to = to, template_name = "tasting", language = "en" }).messages[1].id
    local t = os.time()
    while os.time() < t + 4 do
    end
    local message = wa.get_message({ message_id = id }).messages[1]
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
