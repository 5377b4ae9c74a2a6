-- Digit by digit; numbers passed to the call once they are complete.
local wa = app.integrations.whatsapp
local seen = {}
local numbers = json.decode(wa.list_templates().data[1].components[1].text)
for i = #numbers, 1, -1 do
  local digits = {}
  for c in numbers[i]:gmatch("%d") do
    digits[#digits + 1] = c
  end
  if digits[1] == "0" then
    table.remove(digits, 1)
    if digits[1] == "0" then
      table.remove(digits, 1)
    else
      table.insert(digits, 1, "44")
    end
  end
  local to = table.concat(digits)
  if not seen[to] then
    seen[to] = true
    wa.send_template({ to = math.tointeger(to), template_name = "hello_world", language = "en_US" })
  end
end
