-- A function that calls itself, more than one value returned.
local function pages(after, ids)
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = after })
  for _, contact in ipairs(page.data) do
    table.insert(ids, contact.wa_id)
  end
  print(#ids .. " so far")
  if page.paging and page.paging.next then
    return pages(page.paging.cursors.after, ids)
  end
  return ids
end
local all = pages(nil, {})
return all, #all
