local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

local left = 5
while left > 0 do
  left = left - 1
  local ok, result = coroutine.resume(coroutine.create(function()
    return ask()
  end))
  if ok then
    answered = answered + 1
  else
    errors[#errors + 1] = result
  end
end
return { answered = answered, errors = errors }
