local whatsapp = app.integrations.whatsapp

local cost = { utility = 0, marketing = 0, free = 0 }

for _, contact in ipairs(whatsapp.list_contacts().data) do
  for _, name in ipairs({ "order_ready", "tasting" }) do
    whatsapp.send_template({
      to = contact.wa_id,
      template_name = name,
      language = "en",
    })
    cost.free = cost.free + 1
  end
end

return cost
