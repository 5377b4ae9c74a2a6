-- A helper that fills variables, and a plus in front of the number.
local function text(...)
  local parameters = {}
  for i, value in ipairs({ ... }) do
    parameters[i] = { type = "text", text = tostring(value) }
  end
  return { { type = "body", parameters = parameters } }
end
local whatsapp = app.integrations.whatsapp.default
for _, contact in ipairs(whatsapp.list_contacts().data) do
  local ok, result = pcall(whatsapp.send_template, {
    to = "+" .. contact.wa_id,
    template_name = "pickup_note",
    language = "en_US",
    components = text(contact.profile_name, "6 pm"),
  })
  print(ok, result)
  return ok
end
