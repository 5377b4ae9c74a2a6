-- Several contacts, one, two, or none.
local sizes = { draw.int(3, 9), 1, 0, 2 }
local contacts = {}
for i, person in ipairs(draw.people(sizes[world.index])) do
  contacts[i] = { waId = person.phone }
  if draw.chance(0.8) then
    contacts[i].profileName = person.name
  end
end

local expected = {}
if #contacts > 0 then
  expected = { contacts[1].waId, contacts[#contacts].waId }
end
return {
  changes = { contacts = contacts },
  facts = { people = #contacts, expected = expected, length = #expected },
}
