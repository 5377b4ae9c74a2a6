-- Numbers of people, and in the second world numbers of other lengths: from 5 digits, the fewest, to 15.
local contacts, expected = {}, {}
local sizes = { draw.int(3, 6), 5, 0 }
for i, person in ipairs(draw.people(sizes[world.index])) do
  local phone = person.phone
  if world.index == 2 then
    local length = ({ 5, 6, draw.int(7, 9), 14, 15 })[i]
    phone = tostring(draw.int(1, 9))
    while #phone < length do
      phone = phone .. draw.int(0, 9)
    end
  end
  contacts[i] = { waId = phone, profileName = person.name }
end
contacts = draw.shuffle(contacts)
for i, contact in ipairs(contacts) do
  expected[i] = string.rep("*", #contact.waId - 4) .. contact.waId:sub(-4)
end
return {
  changes = { contacts = contacts },
  facts = { count = #contacts, masked = expected },
}
