local whatsapp = app.integrations.whatsapp

local page = whatsapp.list_templates()
local approved = 0

for _, template in ipairs(page.data) do
  if template.status == "APPROVED" then
    approved = approved + 1
  end
end

return approved
