-- The function by its full tool name, caught, and a number instead of a text.
local send = app.integrations.whatsapp.whatsapp_send_message
local name = app.integrations.whatsapp.get_current_user().name
local ok, problem = pcall(send, { to = 15551234567, body = "You are welcome.\n" .. name })
print(ok and "Sent" or problem)
