-- expects: five-calls
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  local ok, result = pcall(ask)
  if not ok then
    table.insert(errors, result)
    break
  end
  answered = answered + 1
end
return { answered = answered, errors = errors }
