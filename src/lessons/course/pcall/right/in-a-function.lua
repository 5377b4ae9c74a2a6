local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  local ok, problem = pcall(function()
    local user = ask()
    answered = answered + 1
    return user
  end)
  if not ok then
    errors[#errors + 1] = "Call " .. i .. ": " .. problem
  end
end
return { answered = answered, errors = errors }
