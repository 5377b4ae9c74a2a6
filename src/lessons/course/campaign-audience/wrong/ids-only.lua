-- expects: audience
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local people, cursor = {}, nil
repeat
  local page = wa.list_contacts({ limit = 5, after = cursor })
  for _, c in ipairs(page.data) do
    if not opted_out[c.wa_id] then
      table.insert(people, c.wa_id)
    end
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
return people
