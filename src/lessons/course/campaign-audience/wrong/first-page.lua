-- expects: audience
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local people, cursor = {}, nil
for _, c in ipairs(wa.list_contacts({ limit = 5 }).data) do
  if not opted_out[c.wa_id] then
    table.insert(people, { to = c.wa_id, name = c.profile_name or "there" })
  end
end
return people
