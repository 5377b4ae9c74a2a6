local RETRYABLE = { 4, 130429, 131000, 131016, 131056, 131057 }
local OTHERS = { 10, 100, 368, 130497, 131008, 131021, 131030, 131031, 131037, 132000, 132001, 132015, 132016 }
local some, more = draw.shuffle(RETRYABLE), draw.shuffle(OTHERS)
-- In the first world every retryable code, in the second most of the others.
local codes = {}
for i = 1, world.index == 1 and 6 or 2 do
  table.insert(codes, some[i])
end
for i = 1, world.index == 1 and 2 or 7 do
  table.insert(codes, more[i])
end
local contacts, people = {}, {}
for i, person in ipairs(draw.people(#codes + draw.int(2, 3))) do
  contacts[i] = { waId = person.phone, profileName = person.name }
  people[i] = person.phone
end
local places = {}
for i = 1, #people do
  places[i] = i
end
places = draw.shuffle(places)
local faults = {}
for i, code in ipairs(codes) do
  faults[i] = { operation = "send_template", from = places[i], count = 1, effect = { kind = "error", code = code } }
end
return {
  changes = { contacts = contacts, faults = faults },
  facts = { people = people },
}
