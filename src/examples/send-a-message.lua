-- Reply to a customer who wrote within the last 24 hours.
local result = app.integrations.whatsapp.send_message({
  to = "15551234567", -- country code first, digits only
  body = "We open at *nine*: https://example.com/visit",
  preview_url = true, -- shows a preview of the first link
})

-- Lists count from 1 in Lua, so the first message is messages[1].
local message = result.messages[1]
local contact = result.contacts[1]

print("You wrote to  " .. contact.input)
print("WhatsApp ID   " .. (contact.wa_id or "the same number"))
print("Message ID    " .. message.id)

-- Keep the ID: status updates and replies refer to it.
return message.id
