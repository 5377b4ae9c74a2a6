-- A coroutine that yields contacts; an empty cursor for the first page.
local function contacts()
  return coroutine.wrap(function()
    local after = ""
    while after do
      local page = app.integrations.whatsapp["default"].list_contacts({ limit = "5", after = after })
      for i = 1, #page.data do
        coroutine.yield(page.data[i])
      end
      local paging = page.paging or {}
      after = paging.next and paging.cursors.after
    end
  end)
end
local ids = {}
for contact in contacts() do
  ids[#ids + 1] = contact.wa_id
end
return ids
