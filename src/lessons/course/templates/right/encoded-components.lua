-- The components as JSON text, the contacts two at a time.
local whatsapp = app.integrations.whatsapp
local names, cursor = {}, nil
repeat
  local page = whatsapp.list_contacts({ limit = 1, after = cursor })
  for _, c in ipairs(page.data) do
    names[c.wa_id] = c.profile_name
  end
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
local components = json.encode({
  { type = "BODY", parameters = { { type = "text", text = names["15550100117"] }, { type = "text", text = "6 pm" } } },
})
print(components)
whatsapp.send_template({ to = "15550100117", template_name = "pickup_note", language = "en_US", components = components })
