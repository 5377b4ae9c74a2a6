-- expects: sent
local wa = app.integrations.whatsapp
local status = {}
for _, t in ipairs(wa.list_templates().data) do
  if t.name == "opening_hours" then
    status[t.language] = t.status
  end
end
for _, language in ipairs({ "fr", "de", "en_GB", "en_US" }) do
  if status[language] == "APPROVED" then
    return language
  end
end
return "none"
