local whatsapp = app.integrations.whatsapp

-- What the agent passes: here, the text of the world's first template.
local input = whatsapp.list_templates().data[1].components[1].text
local numbers = json.decode(input)

local done = {}

local function tidy(text)
  local digits = text:gsub("%D", "")
  if digits:sub(1, 2) == "00" then
    return digits:sub(3)
  elseif digits:sub(1, 1) == "0" then
    return "44" .. digits:sub(2)
  end
  return digits
end

for _, text in ipairs(numbers) do
  local to = tidy(text)
  if not done[to] then
    done[to] = true
    whatsapp.send_template({ to = to, template_name = "hello_world", language = "en_US" })
  end
end
