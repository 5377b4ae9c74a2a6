-- All texts first, one wait, then a look at each; by position.
local wa = app.integrations.whatsapp
local ids = {}
for _, to in ipairs({ "447700900142", "15550100117", "15551234567" }) do
  ids[to] = wa.send_message(to, "Closing at four!").messages[1].id
end
local t = os.time()
repeat
until os.time() - t > 5
for to, id in pairs(ids) do
  local m = wa.get_message(id).messages[1]
  for _, e in ipairs(m.errors or {}) do
    if e.code == 131047 then
      print("window closed for", to)
      wa.send_template(to, "hello_world", "en_US", {})
    end
  end
end
