-- The function by its full tool name, caught, and a number instead of a string.
local send = app.integrations.whatsapp.whatsapp_send_message
local ok, result = pcall(send, { to = 15551234567, body = "Welcome back, Maya!" })
print(ok and "Sent" or "Failed", result)
