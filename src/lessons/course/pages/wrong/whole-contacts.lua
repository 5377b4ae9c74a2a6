-- expects: ids
local found, cursor = {}, nil
repeat
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = cursor })
  for _, contact in ipairs(page.data) do
    found[#found + 1] = contact
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
return found
