local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_contacts({ limit = 5 })
local sent = 0

for _, contact in ipairs(page.data) do
  local ok = pcall(whatsapp.send_template, {
    to = contact.wa_id,
    template_name = "hello_world",
    language = "en_US",
  })
  if ok then
    sent = sent + 1
  end
end

print("Sent " .. sent .. " of " .. #page.data)
