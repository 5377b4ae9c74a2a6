local people = draw.people(draw.int(2, 5))
local contacts = {}
for i, person in ipairs(people) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
local status = ({ "read", "failed", "delivered", "sent" })[world.index]
local first = contacts[1]
if status == "read" then
  first.behaviour = "reads_at_once"
elseif status == "failed" then
  if draw.chance(0.5) then
    first.behaviour = "no_whatsapp"
  else
    first.blockedBy = draw.pick({ "contact", "business" })
  end
elseif status == "delivered" then
  first.behaviour = draw.pick({ "never_reads", "reads_late" })
else
  first.behaviour = "phone_off"
end
return {
  changes = { contacts = contacts },
  facts = {
    to = first.waId,
    first = first.waId,
    status = status,
    again = status == "delivered" or status == "sent",
  },
}
