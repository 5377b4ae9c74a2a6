-- A set of those to write to, in whatever order pairs gives them.
local done = {
  ["447700900007"] = true,
  ["447700900042"] = true,
  ["447700900123"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local todo = {}
for _, c in ipairs(app.integrations.whatsapp.list_contacts().data) do
  todo[c.wa_id] = not done[c.wa_id] or nil
end
local report = { sent = {}, unknown = {}, failed = {} }
for to in pairs(todo) do
  local ok, problem = pcall(app.integrations.whatsapp.send_template, { to = to, template_name = "hello_world", language = "en_US" })
  table.insert(report[ok and "sent" or problem:find("Failed to connect") and "unknown" or "failed"], to)
end
return report
