local count = ({ draw.int(2, 4) * 5 + draw.int(1, 4), draw.int(1, 4) * 5, draw.int(1, 4) })[world.index]
local contacts = {}
for i, person in ipairs(draw.people(count)) do
  contacts[i] = { waId = person.phone, profileName = person.name }
end
return {
  changes = { contacts = contacts },
  facts = { pages = (count + 4) // 5, all = count },
}
