-- The cursor taken out of the next link; IDs as numbers.
local ids, after = {}, nil
while true do
  local page = app.integrations.whatsapp.list_contacts({ after = after, limit = 5 })
  for _, contact in pairs(page.data) do
    ids[#ids + 1] = tonumber(contact.wa_id)
  end
  local link = (page.paging or {}).next
  if not link then
    return ids
  end
  after = link:match("after=([^&]+)")
end
