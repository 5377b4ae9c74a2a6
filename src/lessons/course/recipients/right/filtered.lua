-- A list of recipients first, sends caught, the language left to its default, and rounds of looks.
local whatsapp = app.integrations.whatsapp["default"]
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local people = {}
for _, contact in ipairs(whatsapp.list_contacts().data) do
  people[#people + 1] = not opted_out[contact.wa_id] and contact or nil
end
local ids, seen = {}, {}
for _, person in ipairs(people) do
  local ok, result = pcall(whatsapp.send_template, { to = person.wa_id, template_name = "tasting", components = {} })
  ids[person.wa_id] = ok and result.messages[1].id or nil
end
for _ = 1, 12 do
  for to, id in pairs(ids) do
    if not seen[to] or not seen[to].errors then
      seen[to] = whatsapp.get_message({ message_id = id }).messages[1]
    end
  end
end
local lists = { {}, {}, {} }
for to, message in pairs(seen) do
  local code = message.message_status == "failed" and message.errors[1].code
  local at = not code and 1 or (code == 131050 or code == 131026 or code == 130403) and 2 or 3
  table.insert(lists[at], to)
end
return { reached = lists[1], remove = lists[2], later = lists[3] }
