local whatsapp = app.integrations.whatsapp

local report = { accepted = {}, later = {}, failed = {}, unknown = {} }

-- Returns the name of a list, and the message's ID if there is one.
local function send(contact)
  local name = { type = "text", text = contact.profile_name or "there" }
  local ok, result = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "season_opening",
    language = "en",
    components = { { type = "body", parameters = { name } } },
  })
  if ok then
    return "accepted", result.messages[1].id
  elseif result:find("Failed to connect") then
    return "unknown"
  end
  return result:find("#130429") and "later" or "failed"
end

for _, contact in ipairs(whatsapp.list_contacts().data) do
  local list, id = "later", nil
  if #report.later == 0 then
    list, id = send(contact)
  end
  table.insert(report[list], id and { to = contact.wa_id, id = id } or contact.wa_id)
end

return report
