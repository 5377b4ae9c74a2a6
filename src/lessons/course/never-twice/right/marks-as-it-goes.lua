-- The ledger grows as it goes, and the code tells a refusal from a lost connection.
local done = { ["447700900102"] = true }
local report = { sent = {}, unknown = {}, failed = {} }
for _, to in ipairs({ "447700900101", "447700900102", "447700900103", "447700900104" }) do
  if done[to] then
    print("skipped", to)
    goto continue
  end
  do
    done[to] = true
    local ok, problem = pcall(function()
      return app.integrations.whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
    end)
    local list = ok and "sent" or (problem:find("(#", 1, true) and "failed" or "unknown")
    table.insert(report[list], to)
  end
  ::continue::
end
return report
