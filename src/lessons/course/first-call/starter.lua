local whatsapp = app.integrations.whatsapp

-- Send Maya (15551234567) the text "Welcome back, Maya!",
-- then print the response.

print("Hello from Lua!")
