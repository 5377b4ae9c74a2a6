-- The components as JSON text, all contacts one at a time.
local whatsapp = app.integrations.whatsapp
local people, cursor = {}, nil
repeat
  local page = whatsapp.list_contacts({ limit = 1, after = cursor })
  table.insert(people, page.data[1])
  cursor = page.paging and page.paging.next and page.paging.cursors.after
until not cursor
local components = json.encode({
  { type = "BODY", parameters = { { type = "text", text = people[1].profile_name }, { type = "text", text = "6 pm" } } },
})
print(components)
whatsapp.send_template({ to = people[1].wa_id, template_name = "pickup_note", language = "en_US", components = components })
