local whatsapp = app.integrations.whatsapp

local sent, failed = 0, 0

local contacts = whatsapp.list_contacts({ limit = 100 }).data
for _, contact in ipairs(contacts) do
  local name = contact.profile_name or "there"
  local tidy = name:gsub("%s+", " ")
  local ok = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "pickup_note",
    language = "en",
    components = {
      { type = "body", parameters = { { type = "text", text = tidy } } },
    },
  })
  if ok then
    sent = sent + 1
  else
    failed = failed + 1
  end
end

return { sent = sent, failed = failed }
