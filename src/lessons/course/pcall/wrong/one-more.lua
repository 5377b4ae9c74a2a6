-- expects: errors
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

local message
for i = 1, 5 do
  local ok, result = pcall(ask)
  if ok then
    answered = answered + 1
  else
    message = result
    table.insert(errors, result)
  end
end
table.insert(errors, message)
return { answered = answered, errors = errors }
