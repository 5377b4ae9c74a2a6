-- A call that fails raises an error. pcall turns it into a value you can look at.
local whatsapp = app.integrations.whatsapp

-- Takes what pcall caught; gives the HTTP status and Meta's error code, where the message has them.
local function numbers_of(problem)
  return tonumber(problem:match("API error %((%d+)%)")), tonumber(problem:match("%(#(%d+)%)"))
end

local attempts = {
  { "no recipient", whatsapp.send_message, { body = "Hello?" } },
  { "no such template", whatsapp.send_template, { to = "15551234567", template_name = "no_such_template" } },
  {
    "one value for two placeholders",
    whatsapp.send_template,
    {
      to = "15551234567",
      template_name = "order_update",
      components = { { type = "body", parameters = { { type = "text", text = "alone" } } } },
    },
  },
  { "a typing error", whatsapp.send_mesage, { to = "15551234567", body = "Hello?" } },
  { "nothing wrong", whatsapp.send_message, { to = "15551234567", body = "Hello!" } },
}

for _, attempt in ipairs(attempts) do
  local what, call, arguments = table.unpack(attempt)
  local ok, answer = pcall(call, arguments)
  if ok then
    print(what .. ": accepted")
  else
    local status, code = numbers_of(answer)
    print(what .. ": " .. answer)
    print("  status " .. tostring(status) .. ", code " .. tostring(code))
  end
end
