local whatsapp = app.integrations.whatsapp
local sent, failed = 0, 0
local function send(contact, text)
  local ok, result = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "pickup_note",
    language = "en",
    components = { { type = "body", parameters = { { type = "text", text = text } } } },
  })
  if ok then
    sent = sent + 1
  else
    failed = failed + 1
  end
  return ok, result
end
local contacts = whatsapp.list_contacts({ limit = 100 }).data

local function tidy(text)
  text = text:gsub("[\r\n\t]", " ")
  while text:find("  ", 1, true) do
    text = text:gsub("  ", " ")
  end
  return text
end
for _, contact in pairs(contacts) do
  local name = contact.profile_name
  if name == nil then
    name = "there"
  end
  send(contact, tidy(name))
end
return { sent = sent, failed = failed }
