-- expects: errors
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

for i = 1, 5 do
  if pcall(ask) then
    answered = answered + 1
  end
end
return { answered = answered, errors = errors }
