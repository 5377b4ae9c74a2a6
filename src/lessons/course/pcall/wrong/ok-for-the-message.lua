-- expects: errors
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  local ok, result = pcall(ask)
  if ok then
    answered = answered + 1
  else
    table.insert(errors, ok)
  end
end
return { answered = answered, errors = errors }
