-- Some contacts have a name; or nobody, or all, or there are no contacts. All of them have just written.
local share = { 0.5, 0, 1, 1 }
local count = world.index == 4 and 0 or draw.int(3, 7)
local contacts, received, people, names = {}, {}, {}, {}
for i, person in ipairs(draw.people(count)) do
  local named = draw.chance(share[world.index])
  if world.index == 1 and i <= 2 then
    named = i == 1 -- one of each at least
  end
  contacts[i] = { waId = person.phone, profileName = named and person.name or nil }
end
-- A name that is a trap for those who look for the text "nil" or take it for a pattern.
if world.index == 3 then
  contacts[1].profileName = draw.pick({ "nil", "100% Maya", "there", "Zoë (%d)" })
end
contacts = draw.shuffle(contacts)
-- One with a name comes before those without.
for i, contact in ipairs(contacts) do
  if contact.profileName then
    table.insert(contacts, 1, table.remove(contacts, i))
    break
  end
end
for i, contact in ipairs(contacts) do
  people[i] = contact.waId
  names[contact.waId] = contact.profileName
  received[i] = { from = contact.waId, text = draw.pick({ "Hi!", "Is my tea there?", "Good morning" }), minutesAgo = draw.int(1, 90) }
end
return {
  changes = { contacts = contacts, received = received },
  facts = { people = people, names = names },
}
