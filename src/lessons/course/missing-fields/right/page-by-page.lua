local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

local cursor
repeat
  local part = whatsapp.list_contacts({ limit = 2, after = cursor })
  for _, contact in ipairs(part.data) do
    local greeting = table.concat({ "Hello ", contact.profile_name or "there", "!" })
    assert(pcall(whatsapp.send_message, { to = contact.wa_id, body = greeting }))
  end
  cursor = part.paging and part.paging.next and part.paging.cursors.after
until not cursor
