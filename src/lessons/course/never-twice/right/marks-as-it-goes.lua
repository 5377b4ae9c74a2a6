-- The ledger grows as it goes, and the code tells a refusal from a lost connection.
local done = {
  ["447700900007"] = true,
  ["447700900042"] = true,
  ["447700900123"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local report = { sent = {}, unknown = {}, failed = {} }
for _, c in ipairs(app.integrations.whatsapp.list_contacts().data) do
  local to = c.wa_id
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
