local whatsapp = app.integrations.whatsapp

local preferred = { "fr", "de", "en_GB", "en_US" }
local to = whatsapp.list_contacts().data[1].wa_id

whatsapp.list_templates() -- What does it say about opening_hours?

return preferred[1]
