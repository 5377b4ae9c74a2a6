local whatsapp = app.integrations.whatsapp

-- Who asked you to stop.
local opted_out = {
  ["447700900318"] = true,
  ["447700900512"] = true,
  ["33639980190"] = true,
  ["61491570156"] = true,
}

local people, cursor = {}, nil

repeat
  local page = whatsapp.list_contacts({ limit = 5, after = cursor })
  for _, contact in ipairs(page.data) do
    if not opted_out[contact.wa_id] then
      table.insert(people, { to = contact.wa_id, name = contact.profile_name or "there" })
    end
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor

return people
