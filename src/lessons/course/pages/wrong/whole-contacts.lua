-- expects: ids
local all, cursor = {}, nil
repeat
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = cursor })
  table.move(page.data, 1, #page.data, #all + 1, all)
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
return all
