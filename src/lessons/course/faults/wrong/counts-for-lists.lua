-- expects: lists
local whatsapp = app.integrations.whatsapp
local report = { listed = false, sent = {}, failed = {} }
local function send(contact)
  return pcall(whatsapp.send_template, { to = contact.wa_id, template_name = "hello_world", language = "en_US" })
end

local ok, page = pcall(whatsapp.list_contacts, { limit = 100 })
local sent, failed = 0, 0
if ok then
  for _, contact in ipairs(page.data) do
    if send(contact) then
      sent = sent + 1
    else
      failed = failed + 1
    end
  end
end
return { listed = ok, sent = sent, failed = failed }
