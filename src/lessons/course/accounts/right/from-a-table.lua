-- Names from a table, each caught, and what happened returned.
local answered = {}
local to = app.integrations.whatsapp.list_contacts().data[1].wa_id
for name in pairs({ default = true, support = true, sales = true }) do
  local account = app.integrations.whatsapp[name]
  local ok, problem = pcall(function()
    local user = account.get_current_user()
    return account.send_message({ to = "+" .. to, body = string.format("This is %s.", user.name) })
  end)
  answered[name] = ok or problem
end
dump(answered)
return answered
