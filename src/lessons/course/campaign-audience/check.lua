local OUT = { ["447700900318"] = true, ["447700900512"] = true, ["33639980190"] = true, ["61491570156"] = true }
local wanted, outs = {}, {}
for _, contact in ipairs(app.integrations.whatsapp.list_contacts({ limit = 100 }).data) do
  if OUT[contact.wa_id] then
    outs[contact.wa_id] = true
  else
    table.insert(wanted, contact)
  end
end
if type(run.result) ~= "table" then
  return "The script didn't return a list."
end
local count = 0
for _, entry in pairs(run.result) do
  count = count + 1
  if type(entry) ~= "table" or entry.to == nil then
    return 'The list has an entry without the field "to".'
  elseif outs[tostring(entry.to)] then
    return "The list contains " .. tostring(entry.to) .. ", who opted out."
  end
end
local lengths = "Entries in the list: " .. count .. ". Contacts that should be in it: " .. #wanted .. "."
for i, contact in ipairs(wanted) do
  local entry = run.result[i]
  if entry == nil then
    return lengths
  elseif tostring(entry.to) ~= contact.wa_id then
    return "Entry " .. i .. " of the list is " .. tostring(entry.to) .. ". It should be " .. contact.wa_id .. "."
  elseif entry.name ~= (contact.profile_name or "there") then
    return "The name of " .. contact.wa_id .. " is " .. tostring(entry.name) .. ' in the list. It should be "' .. (contact.profile_name or "there") .. '".'
  end
end
if count > #wanted then
  return lengths
end
return true
