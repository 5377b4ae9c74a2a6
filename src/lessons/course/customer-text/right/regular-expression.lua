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

for _, contact in ipairs(contacts) do
  send(contact, regex.gsub(contact.profile_name or "there", [[/[\s]+/]], " "))
end
return { sent = sent, failed = #contacts - sent }
