-- No variable at all.
dump("…")
print(json.encode(app.integrations.whatsapp["default"].send_message({ body = "Welcome " .. "back, Maya!", to = "15551234567", preview_url = false })))
