-- Given: people, and a function send that asks as a live run does.
local whatsapp = app.integrations.whatsapp
local people = {}
local contacts = whatsapp.list_contacts({ limit = 100 }).data
for _, contact in ipairs(contacts) do
  table.insert(people, contact.wa_id)
end
local rule = whatsapp.list_templates().data[1].name
local setting, last = rule:match("^(%a+)_until_(%d+)$")
local asked = 0
local function send(message)
  if setting == "deny" then
    error("Integration 'whatsapp' write access denied. "
      .. "Enable it in /settings → Integrations")
  elseif setting == "ask" then
    asked = asked + 1
    print("The user is asked about a message to " .. message.to)
    if asked > tonumber(last) then
      error("Integration 'whatsapp' write requires approval. "
        .. "Ask the user to change the permission in "
        .. "/settings → Integrations")
    end
  end
  return whatsapp.send_message(message)
end

-- Your part:
local report = { sent = {}, failed = {}, waiting = {}, reason = "none" }

for _, to in ipairs(people) do
  local ok = pcall(send, { to = to, body = "Your order is ready." })
  table.insert(ok and report.sent or report.failed, to)
end

return report
