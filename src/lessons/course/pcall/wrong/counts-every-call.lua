-- expects: answered
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  local ok, result = pcall(ask)
  answered = answered + 1
  if not ok then
    table.insert(errors, result)
  end
end
return { answered = answered, errors = errors }
