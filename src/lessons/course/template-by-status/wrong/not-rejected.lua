-- expects: no-trial
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
local status = {}
for _, t in ipairs(wa.list_templates().data) do
  if t.name == "opening_hours" then
    status[t.language] = t.status
  end
end
for _, language in ipairs({ "fr", "de", "en_GB", "en_US" }) do
  if status[language] and status[language] ~= "REJECTED" then
    pcall(wa.send_template, { to = to, template_name = "opening_hours", language = language })
    return language
  end
end
return "none"
