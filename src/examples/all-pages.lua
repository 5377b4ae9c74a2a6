-- Lists come in pages. This iterator fetches a page when it needs one.
local whatsapp = app.integrations.whatsapp

local function each(list, limit)
  return coroutine.wrap(function()
    local cursor
    repeat
      local page = list({ limit = limit, after = cursor })
      for _, item in ipairs(page.data) do
        coroutine.yield(item)
      end
      -- The last page has a cursor too: only paging.next means more.
      local more = page.paging and page.paging.next
      cursor = more and page.paging.cursors.after
    until not cursor
  end)
end

local by_status = {}
for template in each(whatsapp.list_templates, 3) do
  by_status[template.status] = (by_status[template.status] or 0) + 1
end
print("Templates by status:", by_status)

-- The same iterator works for every list. Stop early to save calls.
for contact in each(whatsapp.list_contacts, 3) do
  if contact.profile_name then
    print("First contact with a name: " .. contact.profile_name)
    break
  end
end

return by_status
