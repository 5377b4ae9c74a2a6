-- One gsub after the other, anchored at the beginning; a set first, then the sends.
local wa = app.integrations.whatsapp
local people = {}
for _, text in ipairs(json.decode(wa.list_templates().data[1].components[1].text)) do
  local to = text:gsub("[^%d]", ""):gsub("^00", "+"):gsub("^0", "44"):gsub("^%+", "")
  people[to] = true
end
for to in pairs(people) do
  wa.send_template({ to = to, template_name = "hello_world", language = "en_US" })
end
