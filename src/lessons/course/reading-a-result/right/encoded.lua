-- By the response's text, through another account.
local response = app.integrations.whatsapp["sales"].list_templates({ limit = 100 })
local _, count = json.encode(response.data):gsub('"status": "APPROVED"', "")
return count
