-- All contacts first, then those who opted out taken out from the end; more fields than asked for.
local wa = app.integrations.whatsapp
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local function pages(after, all)
  local page = wa.list_contacts({ limit = 5, after = after })
  table.move(page.data, 1, #page.data, #all + 1, all)
  if page.paging and page.paging.next then
    return pages(page.paging.cursors.after, all)
  end
  return all
end
local list = pages(nil, {})
for i = #list, 1, -1 do
  if opted_out[list[i].wa_id] then
    table.remove(list, i)
  else
    list[i].to, list[i].name = list[i].wa_id, list[i].profile_name
    if list[i].name == nil then
      list[i].name = "there"
    end
  end
end
print(#list .. " people")
return list
