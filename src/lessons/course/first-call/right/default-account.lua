-- The default account spelled out, the answer printed with more around it.
local answer = app.integrations.whatsapp.default.send_message({ to = "+1 555 123-4567", body = "Hi Maya, WELCOME to the shop!" })
local id = answer.messages[1].id
print("All done.\nSent as", id)
print(answer)
