-- expects: report
local wa = app.integrations.whatsapp
local report = { accepted = {}, later = {}, failed = {}, unknown = {} }
local function send(contact, name)
  local ok, result = pcall(wa.send_template, {
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = { { type = "body", parameters = { { type = "text", text = name or contact.profile_name or "there" } } } },
  })
  if ok then
    return "accepted", result.messages[1].id
  elseif result:find("Failed to connect", 1, true) then
    return "unknown"
  end
  return result:find("(#130429)", 1, true) and "later" or "failed"
end
local busy = false
for _, contact in ipairs(wa.list_contacts().data) do
  local list, id = "later", nil
  if not busy then
    list, id = send(contact)
    busy = list == "later"
  end
  local first = report.accepted[1]
  table.insert(report[list], id and { to = contact.wa_id, id = first and first.id or id } or contact.wa_id)
end
return report
