-- By the type of the pricing; contacts from last to first; more fields than asked for.
local wa = app.integrations.whatsapp
local utility, marketing, free, failed = 0, 0, 0, 0
local people = wa.list_contacts().data
local function one(to, name)
  local id = wa.send_template({ to = to, template_name = name, language = "en" }).messages[1].id
  local m
  repeat
    m = wa.get_message({ message_id = id }).messages[1]
  until m.errors or m.message_status == "delivered" or m.message_status == "read"
  if m.errors then
    failed = failed + 1
  elseif m.pricing.type ~= "regular" then
    free = free + 1
  elseif m.pricing.category == "marketing" then
    marketing = marketing + 1
  else
    utility = utility + 1
  end
end
for i = #people, 1, -1 do
  one(people[i].wa_id, "order_ready")
  one(people[i].wa_id, "tasting")
end
return { free = free, utility = utility, marketing = marketing, failed = failed }
