local wanted = {}
for _, contact in ipairs(app.integrations.whatsapp.list_contacts({ limit = 100 }).data) do
  table.insert(wanted, contact.wa_id)
end
if type(run.result) ~= "table" then
  return "The script didn't return a list."
end
for i, id in ipairs(wanted) do
  local seen = run.result[i]
  if type(seen) == "table" then
    return "Entry " .. i .. " of the list is a whole contact. Put only its wa_id into the list."
  elseif tostring(seen) ~= id then
    return "Entry " .. i .. " of the list is " .. tostring(seen) .. ". The contact at that place is " .. id .. "."
  end
end
return true
