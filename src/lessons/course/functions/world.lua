-- Some contacts have a name and some have none; or all, or nobody.
local share = { 0.5, 0, 1 }
local contacts, expected, named = {}, {}, 0
local people = draw.people(draw.int(3, 7))
for i, person in ipairs(people) do
  local has_name = draw.chance(share[world.index])
  if world.index == 1 and i <= 2 then
    has_name = i == 1 -- at least one of each
  end
  contacts[i] = { waId = person.phone, profileName = has_name and person.name or nil }
end
contacts = draw.shuffle(contacts)
for i, contact in ipairs(contacts) do
  expected[i] = contact.profileName or "customer " .. contact.waId
  if contact.profileName then
    named = named + 1
  end
end
return {
  changes = { contacts = contacts },
  facts = { people = #contacts, labels = expected, named = named },
}
