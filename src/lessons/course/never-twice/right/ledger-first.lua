-- The list without those in the ledger first; positions; numbers instead of texts in the report.
local done = { ["447700900102"] = true }
local todo = {}
for n = 447700900101, 447700900104 do
  if not done[tostring(n)] then
    todo[#todo + 1] = n
  end
end
local sent, unknown, failed = {}, {}, {}
for _, n in ipairs(todo) do
  local ok, problem = pcall(app.integrations.whatsapp.send_template, { to = n, template_name = "hello_world", language = "en_US" })
  if ok then
    sent[#sent + 1] = n
  elseif problem:match("Failed to connect") then
    unknown[#unknown + 1] = n
  else
    failed[#failed + 1] = n
  end
end
return { sent = sent, failed = failed, unknown = unknown, tried = #todo }
