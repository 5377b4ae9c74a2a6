-- The cursor out of the next link, skipping with goto.
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}
local list, after = {}, nil
while true do
  local page = app.integrations.whatsapp.list_contacts({ after = after, limit = 5 })
  for _, contact in pairs(page.data) do
    if opted_out[contact.wa_id] then
      goto continue
    end
    list[#list + 1] = { to = contact.wa_id, name = contact.profile_name and contact.profile_name or "there" }
    ::continue::
  end
  local link = (page.paging or {}).next
  if not link then
    return list
  end
  after = link:match("after=([^&]+)")
end
