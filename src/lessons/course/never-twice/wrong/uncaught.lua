-- expects: survives
local wa = app.integrations.whatsapp
local done = {
  ["447700900007"] = true,
  ["447700900042"] = true,
  ["447700900123"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local report = { sent = {}, unknown = {}, failed = {} }
for _, c in ipairs(wa.list_contacts().data) do
  local to = c.wa_id
  local template = { to = to, template_name = "hello_world", language = "en_US" }
  if not done[to] then
    wa.send_template(template)
    table.insert(report.sent, to)
  end
end
return report
