local whatsapp = app.integrations.whatsapp

local ids, cursor = {}, nil

repeat
  local page = whatsapp.list_contacts({ limit = 5, after = cursor })
  for _, contact in ipairs(page.data) do
    table.insert(ids, contact.wa_id)
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor

return ids
