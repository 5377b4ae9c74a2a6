local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_templates()
local approved = 0

-- Count the templates whose status is "APPROVED".

return approved
