-- Who can we write to? A list as an aligned table.
local contacts = app.integrations.whatsapp.list_contacts({ limit = 100 }).data

-- Not everybody has set a profile name: such a contact has no profile_name.
table.sort(contacts, function(a, b)
  return (a.profile_name or "~") < (b.profile_name or "~")
end)

for number, contact in ipairs(contacts) do
  print(string.format("%3d  %-15s  %s", number, contact.wa_id, contact.profile_name or "(no name)"))
end

return #contacts
