-- An error that the helper raises ends the sending; whole seconds, with a line printed for the reader.
local wa = app.integrations.whatsapp
local tries = json.decode(wa.list_templates({ limit = 1 }).data[1].components[1].text).tries
local report = { sent = {}, later = {}, failed = {} }
local left = {}
for i, contact in ipairs(wa.list_contacts().data) do
  left[i] = contact.wa_id
end
local ended, why = pcall(function()
  while left[1] do
    local ok, problem = pcall(wa.send_template, { to = left[1], template_name = "hello_world", language = "en_US" })
    if not ok and (problem:find("130429", 1, true) or problem:find("131057", 1, true)) then
      error(problem, 0)
    end
    table.insert(ok and report.sent or report.failed, table.remove(left, 1))
  end
end)
report.later = left
if not ended then
  report.again_in = 1 << (tries + 1)
  print("again in", report.again_in, why)
end
return report
