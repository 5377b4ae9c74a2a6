-- expects: a-number
local count = 0
for _, template in ipairs(app.integrations.whatsapp.list_templates().data) do
  if template.status == "APPROVED" then
    count = count + 1
  end
end
print(count)
