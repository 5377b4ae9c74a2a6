-- expects: no-more
local ids, cursor = {}, nil
repeat
  local page = app.integrations.whatsapp.list_contacts({ limit = 5, after = cursor })
  for _, contact in ipairs(page.data) do
    ids[#ids + 1] = contact.wa_id
  end
  cursor = page.paging and page.paging.cursors.after
until #page.data < 5
return ids
