-- A mock world with contacts or with none, or one with Meta's limits: no list of contacts, no lookup of messages.
local known = { "447700900101", "447700900102", "447700900103" }
local contacts, people = {}, {}
for i, person in ipairs(draw.people(world.index == 3 and 0 or draw.int(2, 6))) do
  contacts[i] = { waId = person.phone, profileName = draw.chance(0.7) and person.name or nil }
  people[i] = person.phone
end
local faults = {}
if world.index == 2 then
  people = known
  faults[1] = { operation = "list_contacts", from = 1, effect = { kind = "error", code = 100 } }
  faults[2] = { operation = "get_message", from = 1, effect = { kind = "error", code = 100, subcode = 33 } }
end
return {
  changes = { contacts = contacts, faults = faults },
  facts = { people = people, count = #people, source = world.index == 2 and "known" or "contacts" },
}
