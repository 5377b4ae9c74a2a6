-- A coroutine that yields each contact of the page, and returns the cursor at the end.
local wa = app.integrations.whatsapp
local earlier = json.decode(wa.list_templates().data[1].components[1].text)
local after
local contacts = coroutine.wrap(function()
  local page = wa.list_contacts({ limit = 5, after = earlier.after })
  after = page.paging and page.paging.next and page.paging.cursors.after
  for _, contact in ipairs(page.data) do
    coroutine.yield(contact)
  end
end)
local sent = {}
for contact in contacts do
  wa.send_template({ to = contact.wa_id, template_name = "hello_world", language = "en_US" })
  sent[#sent + 1] = contact.wa_id
end
print(#sent .. " done")
return { after = after, sent = sent }
