-- A coroutine that yields contacts; positions set by hand; numbers in the list.
local wa = app.integrations.whatsapp.default
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local contacts = coroutine.wrap(function()
  local after = ""
  while after do
    local page = wa.list_contacts({ limit = "5", after = after })
    for i = 1, #page.data do
      coroutine.yield(page.data[i])
    end
    local paging = page.paging or {}
    after = paging.next and paging.cursors.after
  end
end)
local list, n = {}, 0
for c in contacts do
  if not opted_out[c.wa_id] then
    n = n + 1
    list[n] = { name = c.profile_name or "there", to = math.tointeger(c.wa_id) }
  end
end
return list, n
