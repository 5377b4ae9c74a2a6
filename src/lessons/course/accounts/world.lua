local contacts = {}
for i, person in ipairs(draw.people(draw.int(2, 4))) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
local received = {}
for _, account in ipairs({ "default", "support", "sales" }) do
  table.insert(received, { from = contacts[1].waId, account = account, text = "Hello?", minutesAgo = draw.int(1, 1000) })
end
return {
  changes = { contacts = contacts, received = received },
  facts = { to = contacts[1].waId, first = contacts[1].waId },
}
