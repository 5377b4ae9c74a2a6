local whatsapp = app.integrations.whatsapp

-- Send Maya (15551234567) a text with the word "welcome" in it.

print("Hello from Lua!")
