local whatsapp = app.integrations.whatsapp

-- The ledger: who got the message in an earlier run.
local done = {
  ["447700900007"] = true,
  ["447700900042"] = true,
  ["447700900123"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local report = { sent = {}, unknown = {}, failed = {} }

local function outcome(to)
  local template = { to = to, template_name = "hello_world", language = "en_US" }
  local ok, problem = pcall(whatsapp.send_template, template)
  if ok then
    return "sent"
  end
  return problem:find("Failed to connect") and "unknown" or "failed"
end

for _, contact in ipairs(whatsapp.list_contacts().data) do
  if not done[contact.wa_id] then
    table.insert(report[outcome(contact.wa_id)], contact.wa_id)
  end
end

return report
