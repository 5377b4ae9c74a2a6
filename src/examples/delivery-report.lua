-- Send to several people, then report each message's status as JSON.
-- Mock mode only: the real API can't look up messages.
local whatsapp = app.integrations.whatsapp

local sent = {}
for _, contact in ipairs(whatsapp.list_contacts({ limit = 12 }).data) do
  local ok, result = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  sent[#sent + 1] = {
    to = contact.wa_id,
    id = ok and result.messages[1].id,
    problem = not ok and result or nil,
  }
end

local report = {}
for _, entry in ipairs(sent) do
  local line = { to = entry.to, status = "refused" }
  line.problem = entry.problem
  if entry.id then
    local response = whatsapp.get_message({ message_id = entry.id })
    local message = response.messages[1]
    line.status = message.message_status
    line.problem = message.errors and message.errors[1].title
  end
  report[#report + 1] = line
end

print(json.encode(report))
return #report
