local whatsapp = app.integrations.whatsapp
local page = whatsapp.list_contacts({ limit = 100 })

local function greet(contact, name)
  local response = whatsapp.default.send_message({ to = contact.wa_id, body = "Hello " .. name .. "!\nYour tea is here." })
  return response.messages[1].id
end
local ids = {}
for _, contact in ipairs(page.data) do
  if not contact.profile_name then
    ids[#ids + 1] = greet(contact, "there")
  end
end
for _, contact in ipairs(page.data) do
  if contact.profile_name then
    ids[#ids + 1] = greet(contact, contact.profile_name)
  end
end
return ids
