local whatsapp = app.integrations.whatsapp

-- Send Maya (15551234567) the text "Welcome back, Maya!", then print the answer.

print("Hello from Lua!")
