-- expects: five-calls
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

local ok, problem = pcall(function()
  for i = 1, 5 do
    ask()
    answered = answered + 1
  end
end)
if not ok then
  errors = { problem }
end
return { answered = answered, errors = errors }
