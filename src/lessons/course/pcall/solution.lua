-- Given: a function without arguments that sometimes raises an error.
local ask = app.integrations.whatsapp.get_current_user

local answered = 0
local errors = {}

for i = 1, 5 do
  local ok, result = pcall(ask)
  if ok then
    print(i, result.name)
    answered = answered + 1
  else
    table.insert(errors, result)
  end
end

return { answered = answered, errors = errors }
