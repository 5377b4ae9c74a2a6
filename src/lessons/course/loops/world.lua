-- So many contacts with a name and so many without, shuffled.
local counts = {
  { draw.int(2, 5), draw.int(4, 7) }, -- more than three without
  { draw.int(2, 5), 3 },
  { draw.int(2, 5), draw.int(1, 2) },
  { draw.int(1, 4), 0 },
  { 0, 0 },
}
local named, nameless = table.unpack(counts[world.index])

local contacts = {}
for i, person in ipairs(draw.people(named + nameless)) do
  contacts[i] = { waId = person.phone }
  if i <= named then
    contacts[i].profileName = person.name
  end
end
contacts = draw.shuffle(contacts)
-- A contact with a name stands in front, or between those without.
if world.index == 1 then
  local at = 1
  while contacts[at].profileName == nil do
    at = at + 1
  end
  table.insert(contacts, 2, table.remove(contacts, at))
end

local expected, phones = {}, {}
for _, contact in ipairs(contacts) do
  if contact.profileName == nil and #expected < 3 then
    table.insert(expected, contact.waId)
  elseif contact.profileName ~= nil then
    table.insert(phones, contact.waId)
  end
end
return {
  changes = { contacts = contacts },
  facts = { named = phones, nameless = nameless, length = #expected, expected = expected },
}
