-- All texts of a person together first.
local wa = app.integrations.whatsapp
local texts = {}
for _, m in ipairs(json.decode(wa.list_templates().data[1].components[1].text)) do
  texts[m.from] = texts[m.from] or {}
  table.insert(texts[m.from], m.text:upper():match("%S.*%S") or "")
end
local words = { YES = 1, START = 1, STOP = -1, UNSUBSCRIBE = -1 }
for person, list in pairs(texts) do
  local stand = 0
  for _, text in ipairs(list) do
    stand = words[text] or stand
  end
  if stand > 0 then
    wa.send_template({ to = math.tointeger(person), template_name = "hello_world", language = "en_US" })
  end
end
