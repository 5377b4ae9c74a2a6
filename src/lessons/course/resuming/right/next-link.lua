-- The cursor out of the next link, numbers in the list, more fields than asked for.
local wa = app.integrations.whatsapp
local input
for _, template in ipairs(wa.list_templates().data) do
  if template.name == "input" then
    input = json.decode(template.components[1].text)
  end
end
local page = wa.list_contacts({ after = input.after, limit = 5 })
local result = { sent = {}, more = false }
for _, c in ipairs(page.data) do
  wa.send_template({ to = c.wa_id, template_name = "hello_world", language = "en_US", components = {} })
  result.sent[#result.sent + 1] = math.tointeger(c.wa_id)
end
local link = (page.paging or {}).next
if link then
  result.more, result.after = true, link:match("after=([^&]+)")
end
return result
