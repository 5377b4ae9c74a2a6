-- Given: a function without arguments that sometimes raises an error.
local ask = app.integrations.whatsapp.get_current_user

local answered = 0
local errors = {}

for i = 1, 5 do
  local response = ask()
  print(i, response.name)
  answered = answered + 1
end

return { answered = answered, errors = errors }
