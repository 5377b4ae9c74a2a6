-- expects: after
local wa = app.integrations.whatsapp
local earlier = json.decode(wa.list_templates().data[1].components[1].text)
local sent = {}
local function send(list)
  for _, c in ipairs(list) do
    wa.send_template({ to = c.wa_id, template_name = "hello_world", language = "en_US" })
    table.insert(sent, c.wa_id)
  end
end
local page = wa.list_contacts({ limit = 5, after = earlier.after })
send(page.data)
return { sent = sent, after = page.paging.cursors.after }
