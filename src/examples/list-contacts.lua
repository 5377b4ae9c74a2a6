-- Print the contacts as a table.
local whatsapp = app.integrations.whatsapp
local contacts = whatsapp.list_contacts({ limit = 100 }).data

-- profile_name is nil for contacts without a profile name.
table.sort(contacts, function(a, b)
  return (a.profile_name or "~") < (b.profile_name or "~")
end)

for number, contact in ipairs(contacts) do
  local name = contact.profile_name or "(no name)"
  print(string.format("%3d  %-15s  %s", number, contact.wa_id, name))
end

return #contacts
