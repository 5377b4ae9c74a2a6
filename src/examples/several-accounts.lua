-- One script, several numbers: put the account before the function.
local whatsapp = app.integrations.whatsapp

-- When you know the account:
whatsapp.support.send_message({
  to = "15551234567",
  body = "Our support team has your question.",
})
whatsapp.sales.send_template({
  to = "15551234567",
  template_name = "hello_world",
  language = "en_US",
})

-- When the data decides:
local desk_of = { refund = "support", offer = "sales" }

for _, topic in ipairs({ "refund", "offer", "greeting" }) do
  local account = desk_of[topic] or "default"
  local user = whatsapp[account].get_current_user()
  print(topic .. " goes to " .. account .. ": " .. user.name)
end
