-- One loop over the templates, which keeps the best rank.
local wa = app.integrations.whatsapp.default
local rank = { fr = 1, de = 2, en_GB = 3, en_US = 4 }
local best
for _, t in ipairs(wa.list_templates({ limit = 100 }).data) do
  local mine = t.name == "opening_hours" and t.status == "APPROVED" and rank[t.language]
  if mine and (best == nil or mine < rank[best]) then
    best = t.language
  end
end
if best then
  wa.send_template({ to = wa.list_contacts().data[1].wa_id, template_name = "opening_hours", language = best, components = {} })
end
return best or "none"
