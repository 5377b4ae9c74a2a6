local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  local ok = xpcall(ask, function(problem)
    table.insert(errors, problem)
  end)
  answered = answered + (ok and 1 or 0)
end
return { errors = errors, answered = answered, calls = 5 }
