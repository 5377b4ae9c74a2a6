-- With regular expressions, and each send caught.
local wa = app.integrations.whatsapp.default
local input = wa.list_templates({ limit = 1 }).data[1].components[1].text
local done = {}
for _, text in ipairs(json.decode(input)) do
  local to = regex.gsub(text, "/\\D/", "")
  to = regex.gsub(to, "/^00/", "")
  to = regex.gsub(to, "/^0/", "44")
  if done[to] == nil then
    done[to] = pcall(wa.send_template, { to = to, template_name = "hello_world", language = "en_US", components = {} })
    print(to, done[to])
  end
end
return done
