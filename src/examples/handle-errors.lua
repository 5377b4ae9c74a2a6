-- A failed call raises an error. pcall turns it into a value.
local whatsapp = app.integrations.whatsapp

-- Returns the HTTP status and Meta's error code, if the text has them.
local function numbers_of(problem)
  local status = problem:match("API error %((%d+)%)")
  local code = problem:match("%(#(%d+)%)")
  return tonumber(status), tonumber(code)
end

local attempts = {
  { "no recipient", whatsapp.send_message, { body = "Hello?" } },
  {
    "no such template",
    whatsapp.send_template,
    { to = "15551234567", template_name = "no_such_template" },
  },
  {
    "one value for two placeholders",
    whatsapp.send_template,
    {
      to = "15551234567",
      template_name = "order_update",
      components = {
        { type = "body", parameters = { { type = "text", text = "A" } } },
      },
    },
  },
  { "a typo", whatsapp.send_mesage, { to = "15551234567", body = "Hi?" } },
  { "correct", whatsapp.send_message, { to = "15551234567", body = "Hi" } },
}

for _, attempt in ipairs(attempts) do
  local what, call, arguments = table.unpack(attempt)
  local ok, result = pcall(call, arguments)
  if ok then
    print(what .. ": accepted")
  else
    local status, code = numbers_of(result)
    print(what .. ": " .. result)
    print(("  status %s, code %s"):format(status, code))
  end
end
