-- expects: no-trial
local wa = app.integrations.whatsapp
local to = wa.list_contacts({ limit = 1 }).data[1].wa_id
wa.list_templates()
for _, language in ipairs({ "fr", "de", "en_GB", "en_US" }) do
  if pcall(wa.send_template, { to = to, template_name = "opening_hours", language = language }) then
    return language
  end
end
return "none"
