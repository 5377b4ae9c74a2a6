-- expects: ids
local ids, cursor = {}, nil
repeat
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = cursor })
  for _, contact in ipairs(page.data) do
    table.insert(ids, 1, contact.wa_id)
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
return ids
