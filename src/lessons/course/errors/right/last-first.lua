-- From the end to the beginning, with a function inside pcall and regex for the code.
local codes = {}
local people = { "15551234567", "447700900142", "33639980123" }
for i = #people, 1, -1 do
  local ok, problem = pcall(function()
    return app.integrations.whatsapp.send_message({ to = people[i], body = "On its way!" })
  end)
  if not ok then
    print(problem)
    local found = regex.match(problem, "/\\(#(?<code>\\d+)\\)/")
    table.insert(codes, math.tointeger(tonumber(found[2])))
  end
end
return codes
