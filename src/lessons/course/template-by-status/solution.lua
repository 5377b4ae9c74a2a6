local whatsapp = app.integrations.whatsapp

local preferred = { "fr", "de", "en_GB", "en_US" }
local to = whatsapp.list_contacts().data[1].wa_id

local status = {}
for _, template in ipairs(whatsapp.list_templates().data) do
  if template.name == "opening_hours" then
    status[template.language] = template.status
  end
end

for _, language in ipairs(preferred) do
  if status[language] == "APPROVED" then
    whatsapp.send_template({ to = to, template_name = "opening_hours", language = language })
    return language
  end
end

return "none"
