-- From the end to the beginning, with a function inside pcall and regex for the code.
local codes = {}
local people = app.integrations.whatsapp.list_contacts().data
for i = #people, 1, -1 do
  local ok, problem = pcall(function()
    return app.integrations.whatsapp.send_message({ to = people[i].wa_id, body = "Your order is on its way." })
  end)
  if not ok then
    print(problem)
    local found = regex.match(problem, "/\\(#(?<code>\\d+)\\)/")
    table.insert(codes, math.tointeger(tonumber(found[2])))
  end
end
return codes
